import type { Person } from '../../meetings/index.ts';
import type { MeetingEntry } from '../content.ts';

/** One person's part in one meeting, as their page shows it. */
export interface PersonMeeting {
  entry: MeetingEntry;
  turns: number;
  /** The first turn, to land on. */
  anchor: string | null;
  /** Titles of the topics that the person spoke to. */
  topics: string[];
}

/** The meetings of a person, the latest first. */
export function meetingsOf({ meetings }: Person, entries: readonly MeetingEntry[]): PersonMeeting[] {
  const byPath = new Map(entries.map((entry) => [entry.meeting.path, entry]));
  return meetings
    .flatMap(({ path, turns, topics }) => {
      const entry = byPath.get(path);
      if (!entry) return [];
      const titles = entry.meeting.topics.filter(({ id }) => topics.includes(id)).map(({ title }) => title);
      return [{ entry, turns: turns.length, anchor: turns[0] ?? null, topics: titles }];
    })
    .reverse();
}
