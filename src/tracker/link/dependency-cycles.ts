import type { Problem } from '../../problem.ts';
import type { Authored, Proposal } from '../model.ts';
import { type Content, errorAt } from './content.ts';

/** No proposal depends on itself, on any day. */
export function dependencyCycles({ proposals }: Content): Problem[] {
  const days = proposals.flatMap(({ value }) => (value.dependsOn ?? []).flatMap(({ from }) => from ?? []));
  const found = new Map<string, Problem>();
  for (const day of new Set(['0000-00-00', ...days])) {
    for (const cycle of cyclesOn(proposals, day)) {
      const first = cycle.toSorted()[0] ?? '';
      const turned = [...cycle.slice(cycle.indexOf(first)), ...cycle.slice(0, cycle.indexOf(first)), first];
      const name = turned.join(' -> ');
      const file = proposals.find(({ value }) => value.id === first);
      if (!file || found.has(name)) continue;
      const index = (file.value.dependsOn ?? []).findIndex(({ proposal }) => proposal === turned[1]);
      found.set(
        name,
        errorAt(
          file,
          `dependsOn.${index}.proposal`,
          'dependency-cycle',
          `expected no cycle of dependencies, found ${name}`,
        ),
      );
    }
  }
  return [...found.values()];
}

function cyclesOn(proposals: Authored<Proposal>[], day: string): string[][] {
  const edges = new Map(
    proposals.map(({ value }) => [
      value.id,
      (value.dependsOn ?? [])
        .filter(({ from, until }) => (!from || from <= day) && (!until || day < until))
        .map(({ proposal }) => proposal),
    ]),
  );
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (id: string, trail: string[]) => {
    const seen = trail.indexOf(id);
    if (seen !== -1) cycles.push(trail.slice(seen));
    if (seen !== -1 || done.has(id)) return;
    for (const next of edges.get(id) ?? []) visit(next, [...trail, id]);
    done.add(id);
  };
  for (const id of edges.keys()) visit(id, []);
  return cycles;
}
