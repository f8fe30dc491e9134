import type { Meeting, Tally } from '../meetings/index.ts';
import type { Span } from '../problem.ts';

/** `YYYY-MM-DD`. Dates compare as text. */
export type Day = string;

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

/**
 * Why something is believed. `minutes` has meeting, line and quote; `pull-request` a url; `rule` and `absence`
 * a detail. A quote out of `restated` minutes is a retelling and must not be shown in quotation marks.
 */
export interface Evidence {
  kind: 'minutes' | 'pull-request' | 'wit' | 'run' | 'rule' | 'absence';
  /** The date of the meeting. */
  meeting?: Day;
  line?: number;
  quote?: string;
  restated?: true;
  path?: string;
  url?: string;
  detail?: string;
  /** The day from which it counts, when that is not the meeting's. */
  date?: Day;
  /** The event that brings it in. */
  event?: string;
}

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

/** What the tracker has to know of a meeting's notes. A `Meeting` is one. */
export type Notes = Pick<
  Meeting,
  'path' | 'date' | 'title' | 'status' | 'agenda' | 'topics' | 'decisions' | 'actionItems'
> & {
  restated?: boolean;
};

/** Which of the group's notes were read in full for decisions: only there does absence say something. */
export interface Coverage {
  from: Day;
  /** The last day that was read. */
  until: Day;
  detail: string;
}

/** What the machine found out about one version of a WIT package. */
export interface WitFacts {
  /** Name without a version: `wasi:keyvalue`. */
  package: string;
  version: string;
  path: string;
  /** How many errors it has. */
  errors: number;
  worlds: string[];
  /** Packages that it uses, without versions. */
  uses: string[];
  items: number;
  /** WIT addresses of items without documentation; null for a copy that has lost its comments. */
  undocumented: string[] | null;
  /** What breaks for a component built for each earlier version of the same line, the oldest first. */
  compared: { version: string; breaking: string[] }[];
}

/** Everything that a status follows from: plain JSON, so that it also runs in the reader's browser. */
export interface TrackerInput {
  proposals: Proposal[];
  criteria: CriteriaSet[];
  events: TrackerEvent[];
  meetings: Notes[];
  coverage: Coverage | null;
  wit: WitFacts[];
}

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

export interface LaunchStatus {
  criteria: CriterionStatus[];
  launched: Day | null;
}

export interface PhaseEntry {
  phase: number;
  criteria: CriterionStatus[];
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

/** A proposal's dated events, the oldest first: the JSON of `witness tracker history`. */
export interface History {
  proposal: string;
  events: TrackerEvent[];
}

/** A decision in notes that no event records, with an event to paste. */
export interface Suggestion {
  meeting: Day;
  path: string;
  line: number;
  decision: string;
  file: string;
  yaml: string;
}

/** One disagreement between a hand-kept page and the notes. */
export interface Drift {
  proposal: string;
  listedPhase: number | null;
  evidencePhase: number | null;
  kind: 'behind' | 'ahead' | 'missing' | 'unproven';
  evidence: { meeting: Day; line: number; quote: string }[];
}

/** Two sources that cannot both be right. */
export interface Contradiction {
  proposal: string | null;
  message: string;
  evidence: Evidence[];
}

/** Something that chairs have to look after. */
export interface Action {
  kind: 'scheduled-vote' | 'missed-vote' | 'open-outcome' | 'action-item' | 'contradiction' | 'drift';
  date: Day;
  proposal: string | null;
  message: string;
  evidence: Evidence[];
}

/** What differs between two days. */
export interface Change {
  proposal: string | null;
  what: 'phase' | 'included' | 'standing' | 'criterion' | 'launched' | 'event';
  /** Of a criterion: `<set>/<id>`; of an event: its id; of a launch, or a standing outside Preview 2: the release. */
  id: string | null;
  from: string | null;
  to: string | null;
}
