import type { Day, TrackerEvent } from './model.ts';

/**
 * The events that count on a day, the oldest first. Later events do not change an earlier day, but for a
 * correction that says `always`: then the record had been wrong from the start.
 */
export function effectiveEvents(events: readonly TrackerEvent[], asOf: Day): TrackerEvent[] {
  const withdrawn = new Set<string>();
  for (const event of events.toSorted(byDay).reverse()) {
    if (event.kind !== 'correction' || withdrawn.has(event.id)) continue;
    if (event.effect === 'always' || event.date <= asOf) withdrawn.add(event.corrects);
  }
  return events.filter((event) => event.date <= asOf && !withdrawn.has(event.id)).toSorted(byDay);
}

/** By date, then by id: the order of a history. */
export function byDay(a: TrackerEvent, b: TrackerEvent): number {
  return compare(a.date, b.date) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
