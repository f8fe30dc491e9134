import type { Proposal } from '../../tracker/index.ts';
import type { MeetingEntry } from '../content.ts';
import { anchorOfLine } from '../meetings/places.ts';

/** A meeting that dealt with a proposal, and where. */
export interface MeetingAbout extends MeetingEntry {
  anchor: string;
  topic: string | null;
}

/** The meetings in which a proposal was decided on or named, the latest first, each at its first such place. */
export function meetingsAbout(
  { id, package: wit }: Pick<Proposal, 'id' | 'package'>,
  meetings: readonly MeetingEntry[],
): MeetingAbout[] {
  const isIts = (target: string) =>
    target === `proposal:${id}` || (wit !== undefined && new RegExp(`^${wit}(?![\\w-])`).test(target));
  return meetings
    .flatMap((entry) => {
      const { decisions, mentions, topics } = entry.meeting;
      const lines = [
        ...decisions.filter(({ proposal }) => proposal === id).map(({ line }) => line),
        ...mentions.filter(({ target }) => isIts(target)).map(({ line }) => line),
      ];
      if (lines.length === 0) return [];
      const line = Math.min(...lines);
      const topic = topics.findLast((one) => one.line <= line)?.title ?? null;
      return [{ ...entry, anchor: anchorOfLine(entry.meeting, line), topic }];
    })
    .reverse();
}
