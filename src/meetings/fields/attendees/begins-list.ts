import type { NotesLine } from '../../notes.ts';
import { announced } from '../../titles.ts';
import { labelOf } from './labelled.ts';
import { parts } from './names.ts';
import { isTableOfPeople } from './table.ts';

/** Of the three and more entries of a roll without a title, each has its initials. */
const WITH_INITIALS = /^\p{Lu}[\p{L}.'’ -]{1,40}\s*\(\p{Lu}[\p{L}\d]{1,4}\)$/u;

/** A longer line opens no list. */
const LONGEST = 5000;

/**
 * Whether a list of attendees begins on a line, and whether names stand on the line itself. By a title or a label that
 * says so; where `any` sign will do, also by a table of people or a roll with initials.
 */
export function beginsList(
  lines: readonly NotesLine[],
  at: number,
  signs: 'titled' | 'any',
): 'below' | 'within' | null {
  const line = lines[at];
  if (!line || line.kind === 'heading' || line.kind === 'blank' || line.text.length > LONGEST) return null;
  if (signs === 'any' && line.text.includes('|') && isTableOfPeople(lines, at)) return 'within';
  if (line.kind !== 'text') return null;
  const label = labelOf(line.text);
  if (label) {
    if (announced(label.name) !== 'attendees') return null;
    return label.text ? 'within' : line.bullet ? null : 'below';
  }
  if (line.bullet) return null;
  if (announced(line.text) === 'attendees') return 'below';
  return signs === 'any' && isRoll(line.text) ? 'within' : null;
}

function isRoll(text: string): boolean {
  const people = parts(text);
  return people.length >= 3 && people.slice(0, -1).every((person) => WITH_INITIALS.test(person));
}
