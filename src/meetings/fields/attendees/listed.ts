import type { Attendee } from '../../meeting.ts';
import type { NotesLine } from '../../notes.ts';

/** A line of a list of attendees, with the names on it. */
export interface Listed {
  line: NotesLine;
  names: string[];
  /** What the line says of each of them in places of their own, such as the columns of a table. */
  more?: Pick<Attendee, 'initials' | 'affiliation' | 'nick'>[];
}

/** Lines of one convention; `next` is the index of the first line that is not read. */
export interface Run {
  listed: Listed[];
  next: number;
}

/**
 * One way to write a list of attendees: reads the lines from an index on, or answers null where they are written in
 * another way. `before` is what the list has so far.
 */
export type Convention = (lines: readonly NotesLine[], at: number, before: readonly Listed[]) => Run | null;
