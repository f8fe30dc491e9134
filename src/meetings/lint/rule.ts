import type { Severity } from '../../problem.ts';
import type { Meeting } from '../meeting.ts';
import type { Matcher } from '../names.ts';
import type { Notes } from '../notes.ts';

/** What a rule may look at. */
export interface LintInput {
  notes: Notes;
  meeting: Meeting;
  /** Whom the list of attendees and the alias file know. */
  people: Matcher;
  /** Whether a file exists, by its path relative to the note's folder; null when nobody can tell. */
  exists: ((path: string) => boolean) | null;
}

/** Something that a note-taker should mend. Without `words` the whole line is meant. */
export interface Finding {
  line: number;
  /** The words on the line that the finding is about. */
  words?: string;
  message: string;
  hint: string;
}

/** One rule: its name is that of its file, its fixture and its anchor in the documentation. */
export interface Rule {
  name: string;
  severity: Severity;
  find(input: LintInput): Finding[];
}
