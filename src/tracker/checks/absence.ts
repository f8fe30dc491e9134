import type { Day, Evidence } from '../model.ts';
import type { Question } from './check.ts';

/**
 * Evidence that something was not decided: it is missing from notes that were read in full. Undefined when the
 * notes up to the day, or up to the closing of the window, were not all read: then absence says nothing.
 */
export function absence({ facts, input, set }: Question, what: string): Evidence | undefined {
  const { coverage } = input;
  const until = lastDay(facts.asOf, set.closedBy ? facts.launches.get(set.closedBy)?.date : undefined);
  if (!coverage || until > coverage.until || until < coverage.from) return undefined;
  const held = input.meetings.filter(
    ({ date, status }) => status === 'held' && date >= coverage.from && date <= until,
  ).length;
  return {
    kind: 'absence',
    date: until,
    detail: `No ${what} in the notes from ${coverage.from} to ${until}. ${coverage.detail} Of these meetings, ${held} can be read here.`,
  };
}

function lastDay(asOf: Day, closed: Day | undefined): Day {
  return closed && closed < asOf ? closed : asOf;
}
