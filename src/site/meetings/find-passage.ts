import type { MeetingEntry } from '../content.ts';
import { anchorOfLine } from './places.ts';

/** The path of the place in minutes that holds a passage; of the page as a whole when it is not found word for word. */
export function passagePath(entries: readonly MeetingEntry[], day: string, passage: string): string | null {
  const entry = entries.find(({ slug }) => slug === day);
  if (!entry) return null;
  const at = entry.text.indexOf(passage);
  const line = entry.text.slice(0, Math.max(0, at)).split('\n').length;
  return `/meetings/${day}/${at < 0 ? '' : `#${anchorOfLine(entry.meeting, line)}`}`;
}
