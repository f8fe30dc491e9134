import type { Problem } from '../problem.ts';

/** One meeting of a group, read from one file of notes: the JSON of `witness meetings json`. */
export interface Meeting {
  path: string;
  /** `YYYY-MM-DD`; empty when neither the path nor the text tells. */
  date: string;
  title: string;
  status: 'held' | 'cancelled' | 'agenda-only';
  /** As written: ISO 8601 instants when the line can be read. */
  when: { start: string; end: string } | null;
  attendees: Attendee[];
  agenda: AgendaItem[];
  topics: Topic[];
  turns: Turn[];
  decisions: Decision[];
  actionItems: ActionItem[];
  mentions: Mention[];
  links: Link[];
  problems: Problem[];
  /** Front matter, when the notes have one: the minutes of this project name their original in `source`. */
  source?: string;
  /** True when the notes are retold in other words: then nothing in them may be shown as a quotation. */
  restated?: boolean;
  /** False when only a part of the meeting is retold: what is not in the notes may still have happened. */
  complete?: boolean;
  /** What whoever keeps the notes has to say of them. */
  note?: string;
}

export interface Attendee {
  /** As written, without markup. */
  name: string;
  nick?: string;
  affiliation?: string;
  initials?: string;
  line: number;
}

export interface AgendaItem {
  text: string;
  line: number;
  level: number;
}

export interface Topic {
  /** Anchor, unique in the meeting. */
  id: string;
  title: string;
  level: number;
  line: number;
}

/** What one person said before the next one spoke; continuation paragraphs included. */
export interface Turn {
  /** Anchor, unique in the meeting and stable when turns are added after it. */
  id: string;
  topic: string | null;
  /** The label as written. */
  speaker: string;
  /** The attendee whom the label stands for, when known. */
  person?: string;
  /** Markdown source without the label. */
  text: string;
  line: number;
  endLine: number;
}

export interface Tally {
  sf: number;
  f: number;
  n: number;
  a: number;
  sa: number;
}

export interface Decision {
  line: number;
  kind: 'phase-advance' | 'inclusion' | 'launch' | 'adopt' | 'straw-poll' | 'process' | 'other';
  subject: string;
  /** Short proposal id (`keyvalue`, `clocks-timezone`), when the words name one. */
  proposal: string | null;
  toPhase: number | null;
  tally: Tally | null;
  method: 'tally' | 'unanimous' | 'no-objection' | 'chair-declared' | 'none';
  outcome: 'passed' | 'failed' | 'postponed' | 'unstated' | 'informational';
  /** The words of the notes that carry it. */
  quote?: string;
}

export interface ActionItem {
  line: number;
  owner: string | null;
  text: string;
}

export interface Mention {
  line: number;
  /** As written. */
  text: string;
  /** What it names: a WIT address (`wasi:keyvalue/cache.get-or-set`), `proposal:keyvalue`, `owner/repo#1`. */
  target: string;
}

export interface Link {
  text: string;
  url: string;
  line: number;
}
