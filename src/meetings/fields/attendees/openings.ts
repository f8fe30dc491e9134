import type { Notes, NotesLine } from '../../notes.ts';
import { announced, isTemplateTitle, titleLine } from '../../titles.ts';
import { beginsList } from './begins-list.ts';

/** Where a list of attendees begins: below its title, or on a line that is part of it. */
export interface Opening {
  line: NotesLine;
  /** Whether names stand on the line itself. */
  within: boolean;
}

/** Every place where a list of attendees begins: a title, a labelled line, a table of people, a roll with initials. */
export function openings(notes: Notes): Opening[] {
  const headings: Opening[] = notes.headings.flatMap(({ title, endLine }) => {
    const line = announced(title) === 'attendees' ? notes.lines[endLine - 1] : undefined;
    return line ? [{ line, within: false }] : [];
  });
  const head = headOf(notes);
  const lines = notes.lines.slice(0, head).flatMap((line, i): Opening[] => {
    const begins = beginsList(notes.lines, i, 'any');
    return begins ? [{ line, within: begins === 'within' }] : [];
  });
  return [...headings, ...lines].sort((a, b) => a.line.number - b.line.number);
}

/** Whether a line opens a list of those who were not there. */
export function isAbsence(text: string): boolean {
  return /^[*_]*(?:regrets|absent|absentees|apologies|not present|missing|unable to attend)\b[^|]{0,30}$/iu.test(
    text.slice(0, 60).replace(/:.*$/su, ''),
  );
}

/** How many lines stand before the first topic of the notes: there, a line may open a list. */
function headOf({ lines, headings, start }: Notes): number {
  const from = Math.max(titleLine(headings), start ?? 0);
  const topic = headings.find(({ title, line }) => line > from && !isTemplateTitle(title));
  return topic ? topic.line - 1 : lines.length;
}
