import type { Meeting } from '../../meetings/index.ts';
import type { Coverage, CriteriaSet, Proposal } from './authored.ts';
import type { TrackerEvent } from './events.ts';

/** What the tracker has to know of a meeting's notes. A `Meeting` is one. */
export type Notes = Pick<
  Meeting,
  'path' | 'date' | 'title' | 'status' | 'agenda' | 'topics' | 'decisions' | 'actionItems'
> & {
  restated?: boolean;
};

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
