import type { Status, Verdict } from '../../tracker/index.ts';

/** Proposals by how they meet one criterion. */
export type StandingsBy = Record<Verdict, string[]> & { total: number };

/** Which proposals meet a criterion, which do not, and of which it is not known. */
export function standingsBy({ proposals }: Status, set: string, id: string): StandingsBy {
  const by: StandingsBy = { met: [], unmet: [], unknown: [], total: 0 };
  for (const proposal of proposals) {
    const all = [...proposal.criteria, ...(proposal.nextPhase?.criteria ?? []), ...proposal.other];
    const judged = all.find((one) => one.set === set && one.id === id);
    if (!judged) continue;
    by[judged.verdict].push(proposal.id);
    by.total += 1;
  }
  return by;
}
