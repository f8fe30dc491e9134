import { FIRST_RELEASE } from '../../tracker/first-release.ts';
import type { Status, TrackerInput } from '../../tracker/index.ts';

/** The releases that have criteria of their own, the first one first. */
export function judgedReleases({ criteria }: Pick<TrackerInput, 'criteria'>): string[] {
  const ids = new Set(criteria.flatMap(({ release }) => release ?? []));
  return [...ids].sort(
    (a, b) => Number(b === FIRST_RELEASE) - Number(a === FIRST_RELEASE) || (a < b ? -1 : 1),
  );
}

/** A status in which a later release stands where Preview 2 does: what boards and launches are drawn from. */
export function statusForRelease(status: Status, release: string): Status {
  const later = status.laterReleases.find(({ id }) => id === release);
  if (!later) return status;
  const judged = new Map(later.proposals.map((proposal) => [proposal.id, proposal]));
  return {
    ...status,
    launch: later.launch,
    proposals: status.proposals.map((proposal) => ({ ...proposal, ...judged.get(proposal.id) })),
  };
}
