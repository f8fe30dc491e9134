import type { Day, ListingHistory, ProposalStatus } from './model.ts';

/**
 * What a page says of a proposal on a day: its phase, and since when and by which change it stands there.
 * @param last the last day of the record: what the page says without a date is known from then on
 */
export function listedOn({ listings }: ListingHistory, day: Day, last: Day = ''): ProposalStatus['listed'] {
  const past = listings.filter(({ date }) => (date ?? last) <= day);
  const phase = past.at(-1)?.phase ?? null;
  if (phase === null) return null;
  const first = past[past.findLastIndex((one) => one.phase !== phase) + 1];
  return first ? { phase, since: first.date, commit: first.commit, pullRequest: first.pullRequest } : null;
}
