import type { ProposalNames } from '../../meetings/index.ts';
import type { Day } from '../model.ts';
import { type Row, readPage } from './read-page.ts';

/** A hand-kept proposals page as one commit left it. */
export interface PageVersion {
  date: Day;
  commit: string;
  pullRequest: number | null;
  path: string;
  text: string;
}

/** What the page said of a proposal from a day on. It says when somebody wrote it down, not when it was decided. */
export interface Listing {
  date: Day;
  commit: string;
  pullRequest: number | null;
  /** As the page calls it. */
  name: string;
  /** Null from the day on which it was taken off the page. */
  phase: number | null;
  champions: string[];
}

/** What a page said of one proposal, the oldest first: an entry for each change of phase, name or champions. */
export interface ListingHistory {
  proposal: string;
  listings: Listing[];
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

/** What a page says of a proposal on a day: its phase, and since when and by which change it stands there. */
export function listedOn(
  { listings }: ListingHistory,
  day: Day,
): (Pick<Listing, 'commit' | 'pullRequest'> & { phase: number; since: Day }) | null {
  const past = listings.filter(({ date }) => date <= day);
  const phase = past.at(-1)?.phase ?? null;
  if (phase === null) return null;
  const first = past[past.findLastIndex((one) => one.phase !== phase) + 1];
  return first ? { phase, since: first.date, commit: first.commit, pullRequest: first.pullRequest } : null;
}
