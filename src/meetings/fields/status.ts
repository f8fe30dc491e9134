import type { Meeting } from '../meeting.ts';
import type { Notes } from '../notes.ts';

const CANCELLED = /\bcancell?ed\b|\bcancell?ation\b/iu;

/** Held when somebody was there or something was noted; cancelled when the page says so above its notes. */
export function status(
  notes: Notes,
  found: { attendees: number; turns: number; topics: number },
): Meeting['status'] {
  if (found.attendees > 0 || found.turns > 0) return 'held';
  if (notes.lines.some((line) => line.kind !== 'code' && CANCELLED.test(line.text))) return 'cancelled';
  return found.topics > 0 || hasWords(notes) ? 'held' : 'agenda-only';
}

function hasWords(notes: Notes): boolean {
  const { start } = notes;
  return (
    start !== null &&
    notes.lines.some(
      (l) => l.number > start && l.kind === 'text' && /\p{L}{3}/u.test(l.text) && !/^[_*(]/u.test(l.text),
    )
  );
}
