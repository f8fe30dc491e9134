import type { Attendee, Meeting } from './meeting.ts';
import { type Matcher, matcher, nameWords, properName } from './names.ts';
import type { KnownPerson } from './parse-people.ts';

/** Somebody who was at meetings or spoke in them. */
export interface Person {
  /** Anchor and page name, unique among the people. */
  id: string;
  name: string;
  /** Every way in which notes write them. */
  writtenAs: string[];
  meetings: Attendance[];
}

/** One person's part in one meeting. */
export interface Attendance {
  path: string;
  date: string;
  /** Whether the list of attendees has them. */
  listed: boolean;
  /** Ids of their turns. */
  turns: string[];
  /** Ids of the topics in which they spoke. */
  topics: string[];
}

/** A label that may stand for several people: never counted as any of them. */
export interface Ambiguity {
  path: string;
  speaker: string;
  candidates: string[];
  turns: string[];
}

export interface People {
  /** Those with a page, by name. */
  people: Person[];
  ambiguous: Ambiguity[];
}

/**
 * Who was at which meeting and spoke in which turns. Labels are taken for the attendees of the same meeting, and
 * attendees for the same person when their full names or the alias file say so.
 */
export function resolvePeople(meetings: readonly Meeting[], known: readonly KnownPerson[] = []): People {
  const canonical = aliasesOf(known);
  const leftOut = new Set(known.filter((person) => person.leaveOut).map((person) => person.name));
  const people = new Map<string, Person>();
  const ambiguous: Ambiguity[] = [];
  const personFor = (name: string): Person => {
    const key = nameWords(name).join(' ') || name;
    const person = people.get(key) ?? { id: '', name, writtenAs: [], meetings: [] };
    people.set(key, person);
    return person;
  };
  for (const meeting of meetings) {
    const find = labelMatcher(meeting.attendees, canonical);
    for (const attendee of meeting.attendees)
      attend(personFor(nameOf(attendee, canonical)), meeting, attendee.name).listed = true;
    for (const turn of meeting.turns) {
      const names = find(turn.speaker);
      if (names.length === 1) {
        const attendance = attend(personFor(names[0] ?? ''), meeting, turn.speaker);
        attendance.turns.push(turn.id);
        if (turn.topic && !attendance.topics.includes(turn.topic)) attendance.topics.push(turn.topic);
      } else if (names.length > 1) {
        const same = ambiguous.find((one) => one.path === meeting.path && one.speaker === turn.speaker);
        if (same) same.turns.push(turn.id);
        else
          ambiguous.push({ path: meeting.path, speaker: turn.speaker, candidates: names, turns: [turn.id] });
      }
    }
  }
  const shown = [...people.values()]
    .filter((person) => !leftOut.has(person.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { people: withIds(shown), ambiguous };
}

function attend(person: Person, meeting: Meeting, written: string): Attendance {
  if (!person.writtenAs.includes(written)) person.writtenAs.push(written);
  const known = person.meetings.find((one) => one.path === meeting.path);
  if (known) return known;
  const attendance = { path: meeting.path, date: meeting.date, listed: false, turns: [], topics: [] };
  person.meetings.push(attendance);
  return attendance;
}

/** Names and aliases in normal form, each with the name to show. */
function aliasesOf(known: readonly KnownPerson[]): ReadonlyMap<string, string> {
  return new Map(
    known.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((alias): [string, string] => [normal(alias), name]),
    ),
  );
}

function normal(name: string): string {
  return nameWords(name).join(' ');
}

function nameOf(attendee: Attendee, canonical: ReadonlyMap<string, string>): string {
  const name = properName(attendee);
  return (
    canonical.get(normal(attendee.name)) ??
    canonical.get(normal(name)) ??
    (attendee.nick && canonical.get(normal(attendee.nick))) ??
    name
  );
}

/** The people whom a label in this meeting can stand for: attendees first, then what the alias file alone can tell. */
function labelMatcher(
  attendees: readonly Attendee[],
  canonical: ReadonlyMap<string, string>,
): (label: string) => string[] {
  const names = new Map(attendees.map((attendee) => [properName(attendee), nameOf(attendee, canonical)]));
  const match: Matcher = matcher(attendees);
  return (label) => {
    const found = match(label);
    const listed = [...new Set((found?.names ?? []).map((name) => names.get(name) ?? name))];
    const aliased = canonical.get(normal(label));
    const sure = found !== null && found.fit !== 'misspelt' && listed.length === 1;
    if (sure) return listed;
    if (aliased) return [aliased];
    if (listed.length > 0) return listed;
    return nameWords(label).length >= 2 && !/[,/&]|\band\b/u.test(label) ? [label] : [];
  };
}

function withIds(people: Person[]): Person[] {
  const taken = new Set<string>();
  return people.map((person) => {
    // A name that nobody has would be longer than a file's may be.
    const base = [...nameWords(person.name).join('-')].slice(0, 50).join('') || 'person';
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return { ...person, id };
  });
}
