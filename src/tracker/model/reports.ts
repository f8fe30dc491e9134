import type { TrackerEvent } from './events.ts';
import type { Day, Evidence } from './evidence.ts';

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
