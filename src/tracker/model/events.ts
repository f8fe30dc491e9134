import type { Tally } from '../../meetings/index.ts';
import type { Day, Evidence } from './evidence.ts';

export type Outcome = 'passed' | 'failed' | 'postponed' | 'unstated';

/** How the group decided; `spoken-of` when minutes only mention that it is so. */
export type Basis = 'vote' | 'consent' | 'spoken-of';

interface EventBase {
  /** The file's name without `.yml`. */
  id: string;
  date: Day;
  title: string;
  note?: string;
  evidence: Evidence[];
}

/** A proposal enters a phase, or tries to, or is said to be there. */
export interface PhaseEvent extends EventBase {
  kind: 'phase';
  proposal: string;
  phase: number;
  basis: Basis;
  outcome: Outcome;
  tally?: Tally;
  /** The release for which it enters the phase anew. */
  release?: string;
}

/** The group decides whether a world goes into a release. */
export interface InclusionEvent extends EventBase {
  kind: 'inclusion';
  proposal: string;
  world: string;
  release: string;
  basis: Basis;
  outcome: Outcome;
  tally?: Tally;
}

/** The group decides whether a release is launched. */
export interface LaunchEvent extends EventBase {
  kind: 'launch';
  release: string;
  basis: Basis;
  outcome: Outcome;
  tally?: Tally;
}

/** Something is decided about process or text, or about one proposal without moving it. */
export interface DecisionEvent extends EventBase {
  kind: 'decision';
  subject: string;
  proposal?: string;
  /** Sets of criteria that it adopts or changes. */
  criteria?: string[];
  basis: Basis;
  outcome: Outcome;
  tally?: Tally;
}

/** Something is shown, promised or asked, and nothing is decided. */
export interface PresentationEvent extends EventBase {
  kind: 'presentation';
  proposal?: string;
  criteria?: string[];
}

/** A vote is announced for a day. */
export interface ScheduledEvent extends EventBase {
  kind: 'scheduled';
  /** What is to be decided then. */
  subject: string;
  proposal?: string;
  on: Day;
}

/** A proposal's text changes outside a meeting: something is merged into it or removed from it. */
export interface ChangeEvent extends EventBase {
  kind: 'change';
  proposal: string;
  change: 'added' | 'removed' | 'changed';
  /** WIT addresses or words: `wasi:keyvalue/cache`. */
  items: string[];
}

/** What an implementation of a proposal can do, as somebody reported it. */
export interface ImplementationEvent extends EventBase {
  kind: 'implementation';
  proposals: string[];
  /** Missing when it is reported that there is none. */
  implementation?: string;
  state: 'none' | 'planned' | 'partial' | 'complete';
  /** How many of how many tests were reported to pass. */
  tests?: { passed: number; total: number };
  /** Operating systems on which the tests of these proposals were reported to pass completely. */
  platforms: string[];
  /** Whether it was reported to be used in production. */
  production: boolean;
}

/** Somebody states in a meeting that a criterion holds, or does not. */
export interface StatementEvent extends EventBase {
  kind: 'statement';
  proposal: string;
  /** `<set>/<criterion>`. */
  criterion: string;
  holds: boolean;
}

/** An earlier event does not count, from its own day on (`always`) or from this one on (`from-now`). */
export interface CorrectionEvent extends EventBase {
  kind: 'correction';
  corrects: string;
  effect: 'always' | 'from-now';
}

/** `content/events/<date>-<slug>.yml`. Never edited: a later event corrects an earlier one. */
export type TrackerEvent =
  | PhaseEvent
  | InclusionEvent
  | LaunchEvent
  | DecisionEvent
  | PresentationEvent
  | ScheduledEvent
  | ChangeEvent
  | ImplementationEvent
  | StatementEvent
  | CorrectionEvent;
