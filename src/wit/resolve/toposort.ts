/** An edge to something that is not there, or that closes a circle. `Edge` is what the caller's edges are. */
export type SortFault<Edge> = { kind: 'missing' | 'cycle'; edge: Edge };

export interface Sorted<Edge> {
  /** Names, each after all that it depends on, else in the order given. Without those on or after a circle. */
  order: string[];
  faults: SortFault<Edge>[];
}

/**
 * Sorts names so that dependencies come first and the given order is kept where it can be. Every missing
 * dependency is told, and one edge of every circle.
 * @param edges what each name depends on; a name without any may be left out
 */
export function toposort<Edge extends { name: string }>(
  names: readonly string[],
  edges: ReadonlyMap<string, readonly Edge[]>,
): Sorted<Edge> {
  if (edges.size === 0) return { order: [...names], faults: [] };
  const faults: SortFault<Edge>[] = [];
  const indices = new Map<string, number>();
  names.forEach((name, index) => {
    indices.set(name, index);
  });
  // What depends on a name, as a list: its first item is in `first`, and after each item comes `next`.
  const first = new Array<number>(names.length).fill(-1);
  const next: number[] = [];
  const dependents: number[] = [];
  const open = new Array<number>(names.length).fill(0);
  names.forEach((name, from) => {
    edges.get(name)?.forEach((edge) => {
      const to = indices.get(edge.name);
      if (to === undefined) {
        faults.push({ kind: 'missing', edge });
        return;
      }
      open[from] = (open[from] ?? 0) + 1;
      next.push(first[to] ?? -1);
      first[to] = dependents.push(from) - 1;
    });
  });
  const heap = new MinHeap();
  open.forEach((count, index) => {
    if (count === 0) heap.push(index);
  });
  const order: string[] = [];
  for (let index = heap.pop(); index !== undefined; index = heap.pop()) {
    order.push(names[index] ?? '');
    for (let at = first[index] ?? -1; at >= 0; at = next[at] ?? -1) {
      const dependent = dependents[at] ?? 0;
      const left = (open[dependent] ?? 0) - 1;
      open[dependent] = left;
      if (left === 0) heap.push(dependent);
    }
  }
  if (order.length < names.length) {
    const known = names.map((name) =>
      (edges.get(name) ?? []).flatMap((edge) => {
        const to = indices.get(edge.name);
        return to === undefined ? [] : [{ to, edge }];
      }),
    );
    faults.push(...cycles(known, open));
  }
  return { order, faults };
}

/** One edge of each circle among the nodes that are still open, and none for what merely depends on one. */
function cycles<Edge>(edges: { to: number; edge: Edge }[][], open: readonly number[]): SortFault<Edge>[] {
  const faults: SortFault<Edge>[] = [];
  const seen = new Set<number>();
  for (const [from, known] of edges.entries()) {
    if (open[from] === 0 || seen.has(from)) continue;
    const onward = known.filter(({ to }) => open[to] !== 0);
    const reached = reach(from, edges, open);
    const isNew = ![...reached].some((node) => seen.has(node));
    for (const node of reached) seen.add(node);
    seen.add(from);
    if (isNew && onward[0]) faults.push({ kind: 'cycle', edge: onward[0].edge });
  }
  return faults;
}

function reach<Edge>(
  from: number,
  edges: { to: number; edge: Edge }[][],
  open: readonly number[],
): Set<number> {
  const reached = new Set<number>();
  const stack = [from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const { to } of edges[node] ?? []) {
      if (open[to] === 0 || reached.has(to)) continue;
      reached.add(to);
      stack.push(to);
    }
  }
  return reached;
}

/** Gives out the least of the numbers put in. */
class MinHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] ?? 0) <= item) break;
      items[at] = items[parent] ?? 0;
      at = parent;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return least;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (items[child + 1] ?? 0) < (items[child] ?? 0)) child++;
      if ((items[child] ?? 0) >= last) break;
      items[at] = items[child] ?? 0;
      at = child;
    }
    items[at] = last;
    return least;
  }
}
