import { effectiveEvents } from './effective-events.ts';
import type { Day, TrackerEvent, TrackerInput } from './model.ts';

/** The events by which a set of criteria came about or was talked about, up to a day, the oldest first. */
export function historyOfCriteria(
  input: Pick<TrackerInput, 'events'>,
  set: string,
  asOf: Day = '9999-12-31',
): TrackerEvent[] {
  return effectiveEvents(input.events, asOf).filter(
    (event) => 'criteria' in event && event.criteria?.includes(set),
  );
}
