import type { ProposalNames } from '../../meetings/index.ts';
import type { Day, Listing, ListingHistory } from '../model.ts';
import { type Row, readPage } from './read-page.ts';

/** A hand-kept proposals page as one commit left it. */
export interface PageVersion {
  /** Null where nobody knows since when the page is so: it lies in no repository. */
  date: Day | null;
  commit: string | null;
  pullRequest: number | null;
  path: string;
  text: string;
}

/** The history of every proposal that a page ever listed, by id. @param versions the oldest first. */
export function pageHistory(versions: readonly PageVersion[], names: ProposalNames): ListingHistory[] {
  const histories = new Map<string, Listing[]>();
  for (const { date, commit, pullRequest, path, text } of versions) {
    const rows = new Map<string, Row>();
    for (const row of readPage({ path, text }, names))
      if (!rows.has(row.proposal)) rows.set(row.proposal, row);
    for (const proposal of new Set([...histories.keys(), ...rows.keys()])) {
      const row = rows.get(proposal);
      const listings = histories.get(proposal) ?? [];
      const last = listings.at(-1);
      const { name = last?.name ?? '', phase = null, champions = [] } = row ?? {};
      const next: Listing = { date, commit, pullRequest, name, phase, champions };
      if (!last || !saysTheSame(last, next)) histories.set(proposal, [...listings, next]);
    }
  }
  return [...histories]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([proposal, listings]) => ({ proposal, listings }));
}

function saysTheSame(a: Listing, b: Listing): boolean {
  return a.phase === b.phase && a.name === b.name && a.champions.join() === b.champions.join();
}
