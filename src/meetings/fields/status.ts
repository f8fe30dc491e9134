import type { Meeting } from '../meeting.ts';
import type { Notes, NotesLine } from '../notes.ts';
import { isNone } from './action-items/marked.ts';
import { spokenLines } from './turns.ts';

const CANCELLED = /\bcancell?ed\b|\bcancell?ation\b/iu;
/** `No meeting this week`, `The meeting did not take place`, `We will not meet`. */
const NOT_HELD =
  /^[\W_]*no (?:meeting|call)\b(?! (?:notes|minutes|link|transcript|recording|summary))|\bthere (?:is|was|will be) no (?:meeting|call)\b(?! (?:notes|minutes|link))|\b(?:meeting|call) (?:(?:is|was|has been|will be) (?:skipped|not (?:be )?held|called off)|(?:did|could|can) not (?:take place|happen|be held)|will not (?:take place|happen))\b|\bwe (?:did|will) not meet\b/iu;
/** Of another day, or only if something happens. */
const OF_ANOTHER =
  /\b(?:last|previous|prior|next|following|upcoming|future|another) (?:\p{L}+(?:['’]s)? ){0,2}(?:meeting|call|session|week|time)s?\b|\bautomatically\b|\bwill be cancell?ed\b.*\b(?:if|unless)\b|\b(?:if|unless|should we)\b.*\bcancell?ed\b/iu;
/** A longer line says more than that. */
const LONGEST = 400;

/** Held when somebody spoke or something was noted; cancelled when the page says so and notes little else. */
export function status(
  notes: Notes,
  found: { attendees: number; turns: number; topics: number },
): Meeting['status'] {
  if (found.turns > 0) return 'held';
  const says = (line: NotesLine) => line.kind !== 'code' && saysCancelled(line);
  const words = notedWords(notes, says);
  if ((found.attendees === 0 || words < NOTED) && notes.lines.some(says)) return 'cancelled';
  return found.attendees > 0 || found.topics > 0 || words >= NOTED ? 'held' : 'agenda-only';
}

/** An agenda item may speak of cancelled futures: it calls off the meeting only where it names it or begins with the word. */
function saysCancelled({ text, bullet }: NotesLine): boolean {
  if (text.length > LONGEST || OF_ANOTHER.test(text)) return false;
  if (NOT_HELD.test(text)) return true;
  return (
    CANCELLED.test(text) &&
    (bullet === null || /\b(?:meeting|call|session)\b|^[\W_]*(?:note\W+)?cancell?ed\b/iu.test(text))
  );
}

/** More words than a placeholder has. */
const NOTED = 8;

/** The words of the notes, without those of attendees, placeholders and what calls the meeting off; counted up to enough. */
function notedWords(notes: Notes, leaves: (line: NotesLine) => boolean): number {
  let sum = 0;
  for (const line of spokenLines(notes)) {
    if (line.kind !== 'text' || /^[_*(].*[_*)]$/u.test(line.text) || isNone(line.text) || leaves(line))
      continue;
    sum += line.text.slice(0, LONGEST).match(/\p{L}{2,}/gu)?.length ?? 0;
    if (sum >= NOTED) return sum;
  }
  return sum;
}
