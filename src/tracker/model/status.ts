import type { Basis } from './events.ts';
import type { Day, Evidence } from './evidence.ts';

export type Verdict = 'met' | 'unmet' | 'unknown';

/** One criterion at a date. `met` and `unmet` have at least one piece of evidence. */
export interface CriterionStatus {
  id: string;
  /** The set that it belongs to. */
  set: string;
  verdict: Verdict;
  /** One sentence: why the verdict is so. */
  why: string;
  /** One sentence: what would make it true. Empty when it is. */
  wouldMeet: string;
  evidence: Evidence[];
}

/**
 * Whether a proposal is in a release, may still come in, or no longer; `not-yet` before the criteria are adopted.
 * A `part` of an included proposal needs no inclusion of its own: a vote on phase 3 takes its gate away.
 */
export type Standing = 'included' | 'open' | 'shut-out' | 'not-yet' | 'part';

export interface ReleaseStanding {
  included: boolean;
  standing: Standing;
  /** The votes and rules that include it. */
  inclusion: Evidence[];
  criteria: CriterionStatus[];
}

export interface ProposalStatus extends ReleaseStanding {
  id: string;
  /** Null without evidence up to the date; never guessed. */
  phase: number | null;
  /** How the phase is known; a phase that is only spoken of is weaker than one decided. */
  phaseBasis: Basis | null;
  phaseEvidence: Evidence[];
  /** What the phase at which it stands asks for, as judged on the day; null where that is not written down. */
  currentPhase: PhaseEntry | null;
  /** What entering the next phase asks for. */
  nextPhase: PhaseEntry | null;
  /** What is asked of it beside any release or phase: stability, quality of the WIT. */
  other: CriterionStatus[];
}

export interface PhaseEntry {
  phase: number;
  criteria: CriterionStatus[];
}

export interface LaunchStatus {
  criteria: CriterionStatus[];
  launched: Day | null;
}

/** A release after Preview 2, judged in the same way. */
export interface ReleaseStatus {
  id: string;
  proposals: ({ id: string } & ReleaseStanding)[];
  launch: LaunchStatus;
}

/** The tracker at a date: the JSON of `witness tracker status`. Preview 2 stands at the top level. */
export interface Status {
  asOf: Day;
  proposals: ProposalStatus[];
  launch: LaunchStatus;
  laterReleases: ReleaseStatus[];
}
