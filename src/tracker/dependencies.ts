import type { Day, Proposal } from './model.ts';

/**
 * The proposals that one uses on a day, directly or through others, sorted; itself never among them.
 * @param release leaves out what is only used in another release.
 */
export function dependenciesOf(
  proposals: readonly Proposal[],
  id: string,
  on: Day,
  release?: string,
): string[] {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const found = new Set<string>();
  const visit = (current: string) => {
    for (const { proposal, from, until, ...only } of byId.get(current)?.dependsOn ?? []) {
      if (release && only.release && only.release !== release) continue;
      if ((from && on < from) || (until && on >= until) || found.has(proposal)) continue;
      found.add(proposal);
      visit(proposal);
    }
  };
  visit(id);
  found.delete(id);
  return [...found].sort();
}
