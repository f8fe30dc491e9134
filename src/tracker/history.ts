import { byDay } from './effective-events.ts';
import type { Day, History, TrackerEvent, TrackerInput } from './model.ts';

/** A proposal's events up to a day, the oldest first, corrections and what they correct included. */
export function historyOf(input: Pick<TrackerInput, 'events'>, proposal: string, asOf?: Day): History {
  const own = input.events.filter((event) => concerns(event, proposal));
  const ids = new Set(own.map(({ id }) => id));
  const events = input.events
    .filter((event) => ids.has(event.id) || (event.kind === 'correction' && ids.has(event.corrects)))
    .filter(({ date }) => !asOf || date <= asOf)
    .toSorted(byDay);
  return { proposal, events };
}

/** Whether an event is about the proposal. */
export function concerns(event: TrackerEvent, proposal: string): boolean {
  if (event.kind === 'implementation') return event.proposals.includes(proposal);
  return 'proposal' in event && event.proposal === proposal;
}
