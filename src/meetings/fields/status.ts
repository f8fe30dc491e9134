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

/** More words than a placeholder has. */
const NOTED = 8;

function hasWords({ start, lines }: Notes): boolean {
  if (start === null) return false;
  const noted = lines.filter(
    (line) => line.number > start && line.kind === 'text' && !/^[_*(]/u.test(line.text),
  );
  return noted.flatMap(({ text }) => text.match(/\p{L}{2,}/gu) ?? []).length >= NOTED;
}
