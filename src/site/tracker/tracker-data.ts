import type { Day, Evidence, TrackerInput } from '../../tracker/index.ts';
import type { Content } from '../content.ts';
import { anchorOfLine } from '../meetings/places.ts';

/** What the date slider needs to compute any day's status in the browser. */
export interface TrackerData {
  input: TrackerInput;
  /** By meeting and line: the anchor on the meeting's page, for every line that evidence names. */
  anchors: Record<Day, Record<number, string>>;
  /** The days on which something happened, in order. */
  days: Day[];
  last: Day;
}

/** The tracker's input as it is published at `api/v1/tracker.json`. */
export function trackerData({ tracker, meetings, asOf }: Content): TrackerData {
  const anchors: TrackerData['anchors'] = {};
  const bySlug = new Map(meetings.map((entry) => [entry.slug, entry.meeting]));
  for (const { meeting: day, line } of evidenceIn(tracker)) {
    const meeting = day ? bySlug.get(day) : undefined;
    if (!day || !meeting || line === undefined) continue;
    anchors[day] ??= {};
    anchors[day][line] = anchorOfLine(meeting, line);
  }
  return { input: tracker, anchors, days: daysOf(tracker), last: asOf };
}

/** The days on which something happened to a status: it was recorded, read in notes, or written on the page. */
export function eventDays({
  events,
  read = [],
  listed = [],
}: Pick<TrackerInput, 'events' | 'read' | 'listed'>): Day[] {
  const listings = listed.flatMap((history) => history.listings.flatMap(({ date }) => date ?? []));
  return [...new Set([...[...events, ...read].map(({ date }) => date), ...listings])].sort();
}

/** The days on which something happened or came into force, in order. */
export function daysOf({ criteria, ...input }: TrackerInput): Day[] {
  const days = [
    ...eventDays(input),
    ...criteria.flatMap(({ stages }) => stages.map(({ from }) => from)),
    ...criteria.flatMap((set) => set.criteria.flatMap(({ versions }) => versions.map(({ from }) => from))),
  ];
  return [...new Set(days)].sort();
}

/** Every piece of evidence that the input holds, wherever it stands. */
function evidenceIn(value: unknown): Evidence[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'kind' in value && value.kind === 'minutes' ? [value as Evidence] : [];
  return [...own, ...Object.values(value).flatMap(evidenceIn)];
}
