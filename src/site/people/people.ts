import type { MeetingEntry } from '../content.ts';
import { slug } from '../meetings/slugs.ts';

/** What minutes show of one person. */
export interface Person {
  /** The name of the page: `luke-wagner`. */
  slug: string;
  name: string;
  /** Meetings that the person attended or spoke in, in order of date, with the person's turns. */
  meetings: PersonMeeting[];
}

export interface PersonMeeting {
  entry: MeetingEntry;
  turns: number;
  /** The first turn, to land on. */
  anchor: string | null;
  /** Titles of the topics that the person spoke to. */
  topics: string[];
}

const known = new WeakMap<readonly MeetingEntry[], Person[]>();

/** Everybody in the attendee lists, by name. Made once for the given meetings. */
export function people(meetings: readonly MeetingEntry[]): Person[] {
  const made = known.get(meetings) ?? collect(meetings);
  known.set(meetings, made);
  return made;
}

function collect(meetings: readonly MeetingEntry[]): Person[] {
  const found = new Map<string, Person>();
  for (const entry of meetings) {
    const { attendees, turns, topics } = entry.meeting;
    const names = new Set([
      ...attendees.map(({ name }) => name),
      ...turns.flatMap(({ person }) => person ?? []),
    ]);
    for (const name of names) {
      const id = slug(name);
      const person = found.get(id) ?? { slug: id, name, meetings: [] };
      found.set(id, person);
      const own = turns.filter((turn) => turn.person === name);
      const spoke = new Set(own.map(({ topic }) => topic));
      person.meetings.push({
        entry,
        turns: own.length,
        anchor: own[0]?.id ?? null,
        topics: topics.filter(({ id: topic }) => spoke.has(topic)).map(({ title }) => title),
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
