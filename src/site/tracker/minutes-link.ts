import type { MeetingEntry } from '../content.ts';
import { anchorOfLine } from '../meetings/places.ts';
import type { MinutesLink } from '../render/evidence.ts';

/** Links from evidence to the turn in the minutes. @param href completes a path from the site's root. */
export function minutesLink(entries: readonly MeetingEntry[], href: (path: string) => string): MinutesLink {
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
  return (day, line) => {
    const entry = bySlug.get(day);
    if (!entry) return null;
    const anchor = line === undefined ? '' : `#${anchorOfLine(entry.meeting, line)}`;
    return href(`/meetings/${entry.slug}/${anchor}`);
  };
}
