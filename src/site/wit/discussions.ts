import type { MeetingEntry } from '../content.ts';
import { anchorOfLine } from '../meetings/places.ts';

/** A place in minutes where an item was spoken of. */
export interface Discussion extends MeetingEntry {
  anchor: string;
  speaker: string | null;
  /** The names that were said there. */
  about: string;
}

/** Where in minutes an interface, or anything in it, was named: the earliest first, once for each turn. */
export function discussions(address: string, meetings: readonly MeetingEntry[]): Discussion[] {
  return meetings.flatMap((entry) => {
    const { mentions, turns } = entry.meeting;
    const own = mentions.filter(({ target }) => target === address || target.startsWith(`${address}.`));
    const places = Map.groupBy(own, ({ line }) => anchorOfLine(entry.meeting, line));
    return [...places].map(([anchor, there]) => ({
      ...entry,
      anchor,
      speaker: turns.find(({ id }) => id === anchor)?.speaker ?? null,
      about: [...new Set(there.map(({ text }) => text))].join(', '),
    }));
  });
}
