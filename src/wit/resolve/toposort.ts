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
 */
export function toposort<Edge extends { name: string }>(
  dependencies: ReadonlyMap<string, readonly Edge[]>,
): Sorted<Edge> {
  if (isSorted(dependencies)) return { order: [...dependencies.keys()], faults: [] };
  const names = [...dependencies.keys()];
  const indices = new Map(names.map((name, index) => [name, index]));
  const faults: SortFault<Edge>[] = [];
  const edges = names.map((name) => {
    const known: { to: number; edge: Edge }[] = [];
    for (const edge of dependencies.get(name) ?? []) {
      const to = indices.get(edge.name);
      if (to === undefined) faults.push({ kind: 'missing', edge });
      else known.push({ to, edge });
    }
    return known;
  });
  const open = edges.map((known) => known.length);
  const dependents: number[][] = names.map(() => []);
  for (const [from, known] of edges.entries()) for (const { to } of known) dependents[to]?.push(from);

  const heap = new MinHeap();
  for (const [index, count] of open.entries()) if (count === 0) heap.push(index);
  const order: string[] = [];
  for (let index = heap.pop(); index !== undefined; index = heap.pop()) {
    order.push(names[index] ?? '');
    for (const dependent of dependents[index] ?? []) {
      open[dependent] = (open[dependent] ?? 0) - 1;
      if (open[dependent] === 0) heap.push(dependent);
    }
  }
  if (order.length < names.length) faults.push(...cycles(edges, open));
  return { order, faults };
}

/** Whether everything comes after what it depends on already, as it does in most files. */
function isSorted(dependencies: ReadonlyMap<string, readonly { name: string }[]>): boolean {
  const seen = new Set<string>();
  for (const [name, edges] of dependencies) {
    for (const edge of edges) if (!seen.has(edge.name)) return false;
    seen.add(name);
  }
  return true;
}

/** One edge of each circle among the nodes that are still open, and none for what merely depends on one. */
function cycles<Edge>(edges: { to: number; edge: Edge }[][], open: number[]): SortFault<Edge>[] {
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

function reach<Edge>(from: number, edges: { to: number; edge: Edge }[][], open: number[]): Set<number> {
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
