import type { Meeting } from '../meeting.ts';
import type { Notes, NotesLine } from '../notes.ts';

const CANCELLED = /\bcancell?ed\b|\bcancell?ation\b/iu;
/** `No meeting this week`, `The meeting did not take place`, `We will not meet`. */
const NOT_HELD =
  /^[\W_]*no (?:meeting|call)\b(?! (?:notes|minutes|link))|\b(?:meeting|call) (?:(?:is|was|has been|will be) (?:skipped|not (?:be )?held|called off)|did not (?:take place|happen)|will not (?:take place|happen))\b|\bwe (?:did|will) not meet\b/iu;

/** Held when somebody was there or something was noted; cancelled when the page says so above its notes. */
export function status(
  notes: Notes,
  found: { attendees: number; turns: number; topics: number },
): Meeting['status'] {
  if (found.attendees > 0 || found.turns > 0) return 'held';
  if (notes.lines.some((line) => line.kind !== 'code' && saysCancelled(line))) return 'cancelled';
  return found.topics > 0 || hasWords(notes) ? 'held' : 'agenda-only';
}

/** An agenda item may speak of cancelled futures: it calls off the meeting only where it names it or begins with the word. */
function saysCancelled({ text, bullet }: NotesLine): boolean {
  if (NOT_HELD.test(text)) return true;
  return (
    CANCELLED.test(text) &&
    (bullet === null || /\b(?:meeting|call|session)\b|^[\W_]*(?:note\W+)?cancell?ed\b/iu.test(text))
  );
}

function wordsOf(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** More words than a placeholder has. */
const NOTED = 8;

function hasWords({ start, lines }: Notes): boolean {
  if (start === null) return false;
  const noted = lines.filter(
    (line) => line.number > start && line.kind === 'text' && !/^[_*(]/u.test(line.text),
  );
  return noted.reduce((sum, { text }) => sum + wordsOf(text), 0) >= NOTED;
}
