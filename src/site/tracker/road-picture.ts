import type { Day, TrackerEvent } from '../../tracker/index.ts';

/** Rows of the picture from the first day to the last: enough to keep the distances in proportion. */
const ROWS = 150;
/** So many rows from a day, whose date stands there, a mark would be in its way. */
const NEAR = 4;
const DAY_MS = 86_400_000;

/** A day of the road: what was asked of Preview 2, and what was reached, the events of a kind together. */
export interface RoadDay {
  day: Day;
  /** The grid row at which it stands, from 1, and how many there are up to the next day. */
  row: number;
  span: number;
  asked: TrackerEvent[];
  reached: TrackerEvent[][];
}

/** The first day of a month where no other day is near; on a road of years, of a quarter or year. */
export interface RoadMark {
  day: Day;
  row: number;
}

/** Events on a line that is true to time. */
export interface RoadPicture {
  days: RoadDay[];
  marks: RoadMark[];
}

/** Where the events of a road stand. @param events in order of time. */
export function roadPicture(events: readonly TrackerEvent[]): RoadPicture {
  const byDay = [...Map.groupBy(events, ({ date }) => date)];
  const [first, last] = [byDay[0]?.[0], byDay.at(-1)?.[0]];
  if (!first || !last) return { days: [], marks: [] };
  const begin = Date.parse(first);
  const perRow = Math.max(DAY_MS, (Date.parse(last) - begin) / ROWS);
  const rowOf = (day: Day) => Math.round((Date.parse(day) - begin) / perRow) + 1;
  // Two days that are too close for a row between them still have one each.
  const rows: number[] = [];
  for (const [day] of byDay) rows.push(Math.max(rowOf(day), (rows.at(-1) ?? 0) + 1));
  const days = byDay.map(([day, own], at): RoadDay => {
    const row = rows[at] ?? 1;
    const reached = Map.groupBy(own.filter(isReached), ({ kind, ...event }) =>
      'outcome' in event && event.outcome === 'passed' ? kind : `${kind} ${event.id}`,
    );
    return {
      day,
      row,
      span: (rows[at + 1] ?? row + 1) - row,
      asked: own.filter((event) => !isReached(event)),
      reached: [...reached.values()],
    };
  });
  const isFree = ({ row }: RoadMark) => days.every((day) => Math.abs(day.row - row) > NEAR);
  return {
    days,
    marks: months(first, last)
      .map((day) => ({ day, row: rowOf(day) }))
      .filter(isFree),
  };
}

/** Votes on phases, worlds and the launch, and not what sets the conditions. */
function isReached({ kind }: TrackerEvent): boolean {
  return kind === 'phase' || kind === 'inclusion' || kind === 'launch';
}

/** The first of each month between two days; on a road of years, of each quarter or year. */
function months(first: Day, last: Day): Day[] {
  const month = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [from, to] = [month(first) + 1, month(last)];
  const every = to - from > 60 ? 12 : to - from > 14 ? 3 : 1;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((one) => one % every === 0)
    .map((one) => `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}-01`);
}
