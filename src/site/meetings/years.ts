import type { MeetingEntry } from '../content.ts';

/** The notes of one calendar year, in order of date. */
export interface Year {
  year: string;
  entries: MeetingEntry[];
}

/** Notes by year, the earliest first. Those without a date come under `undated`. */
export function byYear(meetings: readonly MeetingEntry[]): Year[] {
  const years = Map.groupBy(meetings, ({ meeting }) => meeting.date.slice(0, 4) || 'undated');
  return [...years].map(([year, entries]) => ({ year, entries })).sort((a, b) => (a.year < b.year ? -1 : 1));
}
