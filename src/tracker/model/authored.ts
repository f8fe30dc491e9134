import type { Span } from '../../problem.ts';
import type { Day, Evidence } from './evidence.ts';

/** An authored file after reading: the value, and where each of its keys stands (`evidence.0.passage`). */
export interface Authored<T> {
  path: string;
  value: T;
  spans: Record<string, Span>;
}

/** `content/proposals/<id>.yml`: what does not come from minutes. A phase never stands here. */
export interface Proposal {
  /** Short name: `keyvalue`; a part of a proposal is `clocks-timezone`. */
  id: string;
  title: string;
  summary: string;
  champions: string[];
  /** The proposal of which this is a part, judged on its own. */
  partOf?: string;
  /** WIT package name without a version: `wasi:keyvalue`. */
  package?: string;
  repository?: string;
  /** Proposals whose interfaces this one uses; missing when that is not recorded. */
  dependsOn?: Dependency[];
  /** WIT addresses of the worlds that it defines: `wasi:cli/command`. */
  worlds: string[];
  /** The portability criteria that it set itself, in the order in which they applied. */
  portability: PortabilityCriteria[];
  /** Published states of its WIT, oldest first. */
  versions: WitVersion[];
  questions: OpenQuestion[];
}

/** One proposal that another one uses, for how long, and in which release when not in all. */
export interface Dependency {
  proposal: string;
  release?: string;
  from?: Day;
  /** The first day on which it no longer holds. */
  until?: Day;
}

/** One wording of a proposal's own portability criteria. */
export interface PortabilityCriteria {
  text: string;
  from?: Day;
  /** The first day on which it no longer applied. */
  until?: Day;
  /** How many independent implementations have to be complete. */
  implementations: number;
  /** On which of them the test suite has to pass: `windows`, `macos`, `linux`. */
  platforms: string[];
  /** Whether only implementations in production count. */
  production: boolean;
}

export interface WitVersion {
  version: string;
  /** The day from which it is known to have been published. */
  published: Day;
  /** Where that can be seen. */
  source?: string;
  /** Set when the package is published in an OCI registry under a tag that equals its version. */
  registry?: string;
}

export interface OpenQuestion {
  text: string;
  asked: Day;
  answered?: Day;
  evidence: Evidence[];
}

/** `content/criteria/<id>.yml`: what has to hold, since when, and where that is written. */
export interface CriteriaSet {
  id: string;
  title: string;
  summary: string;
  /** What is judged: each proposal, a release as a whole, or a proposal that wants to enter a phase. */
  judges: 'proposal' | 'launch' | 'phase-entry';
  /** The release that the set is about: `preview-2`, `wasi-0.3`. */
  release?: string;
  /** For `phase-entry`: the phase that is entered. */
  phase?: number;
  /** The release whose launch closes the window: afterwards nothing more is taken in. */
  closedBy?: string;
  /** In order of time. */
  stages: Stage[];
  criteria: Criterion[];
}

/** One thing that has to hold. Its wording may change; its id does not. */
export interface Criterion {
  id: string;
  title: string;
  /** The check in `src/tracker/checks/` that judges it. */
  check: string;
  /** What the check needs to know, e.g. `{ phase: 3 }`. */
  with: Record<string, string | number | boolean>;
  versions: CriterionVersion[];
  /** What minutes said that it says, where that differs from the adopted text. */
  alsoWorded: Wording[];
}

/** How far a set had come from a day on. Nothing is judged before it is `adopted`. */
export interface Stage {
  state: 'promised' | 'presented' | 'adopted';
  from: Day;
  source: Evidence[];
}

/** The text of a criterion from a day on. */
export interface CriterionVersion {
  text: string;
  from: Day;
  /** The first day on which it no longer applied. */
  until?: Day;
  /** Where it stands, when that is not the source of the set's stage. */
  source: Evidence[];
}

export interface Wording {
  /** The day on which it was worded so. */
  date: Day;
  text: string;
  evidence: Evidence[];
}

/** Which of the group's notes were read in full for decisions: only there does absence say something. */
export interface Coverage {
  from: Day;
  /** The last day that was read. */
  until: Day;
  detail: string;
}
