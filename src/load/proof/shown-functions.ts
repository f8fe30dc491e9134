import type { Resolved } from '../../wit/index.ts';

type Func = Resolved['interfaces'][number]['functions'] extends Map<string, infer F> ? F : never;
type World = Resolved['worlds'][number];
type Key = World['imports'] extends Map<infer K, unknown> ? K : never;
type Entry = World['imports'] extends Map<unknown, infer E> ? E : never;

/** A function by which a component can show something, and where it gets it from. */
export interface Shown {
  func: Func;
  /** Index of the interface that has it; undefined for a function of a world. */
  interface?: number;
  /** The entry of a world that brings it, when that is what is shown. */
  entry?: { world: World; direction: Direction; key: Key; entry: Entry };
}

export type Direction = 'import' | 'export';

/**
 * The functions of one version by which a component shows the item of a finding: the function itself, those that a
 * type leads to, those of an interface or of an entry of a world; the likeliest first.
 */
export function shownFunctions(resolved: Resolved, item: string, direction?: Direction): Shown[] {
  const entries = entryAt(resolved, item, direction);
  if (entries.length > 0) return entries;
  const all = mainFunctions(resolved);
  const exact = all.filter(({ func, interface: index }) => addressOf(resolved, index, func) === item);
  if (exact.length > 0) return exact;
  for (const address of [item, item.replace(/\.[^.]*$/, '')]) {
    const type = resolved.types.findIndex((_, index) => typeAddress(resolved, index) === address);
    if (type >= 0) {
      const inside = (shown: Shown) =>
        Number(!address.startsWith(`${faceAddress(resolved, shown.interface)}.`));
      return all.filter(({ func }) => leadsTo(resolved, func, type)).sort((a, b) => inside(a) - inside(b));
    }
  }
  const ofFace = all.filter((shown) => faceAddress(resolved, shown.interface) === item);
  if (ofFace.length > 0) return ofFace;
  const face = resolved.interfaces.findIndex((_, index) => faceAddress(resolved, index) === item);
  if (face >= 0) {
    const types = [...(resolved.interfaces[face]?.types.values() ?? [])];
    return all.filter(({ func }) => types.some((type) => leadsTo(resolved, func, type)));
  }
  return item.includes('/') ? [] : all;
}

/** How the worlds of the package have what a finding is about: by import, by export, or, where none has it, by import. */
export function directionsOf(sides: readonly Resolved[], item: string): Direction[] {
  const found = new Set<Direction>();
  for (const resolved of sides) {
    const face = resolved.interfaces.findIndex((def, index) => {
      const address = faceAddress(resolved, index);
      return def.name !== null && (item === address || item.startsWith(`${address}.`));
    });
    for (const world of mainWorlds(resolved)) {
      for (const direction of ['import', 'export'] as const) {
        for (const entry of world[`${direction}s`].values()) {
          if (entry.kind === 'interface' && entry.interface === face) found.add(direction);
        }
      }
    }
  }
  return found.size > 0 ? [...found] : ['import'];
}

function mainFunctions(resolved: Resolved): Shown[] {
  return [...(resolved.packages[resolved.main]?.interfaces.values() ?? [])].flatMap((index) =>
    [...(resolved.interfaces[index]?.functions.values() ?? [])].map((func) => ({ func, interface: index })),
  );
}

export function mainWorlds(resolved: Resolved): World[] {
  const indices = [...(resolved.packages[resolved.main]?.worlds.values() ?? [])];
  return indices.flatMap((index) => resolved.worlds[index] ?? []);
}

/** The functions behind `a:b/w.label`, or one of an interface in place there. */
function entryAt(resolved: Resolved, item: string, only?: Direction): Shown[] {
  const pkg = packageAddress(resolved, resolved.main);
  for (const world of mainWorlds(resolved)) {
    const before = `${pkg}/${world.name}.`;
    if (!item.startsWith(before)) continue;
    const label = item.slice(before.length).replace(/@.*$/, '');
    for (const direction of only ? [only] : (['import', 'export'] as const)) {
      for (const [key, entry] of world[`${direction}s`]) {
        const name = typeof key === 'number' ? faceAddress(resolved, key) : key;
        if (label !== name && !label.startsWith(`${name}.`)) continue;
        const more = { entry: { world, direction, key, entry } };
        if (entry.kind === 'function') return [{ func: entry.function, ...more }];
        if (entry.kind !== 'interface') return [];
        const functions = [...(resolved.interfaces[entry.interface]?.functions.values() ?? [])];
        const inside = label.slice(name.length + 1);
        const wanted = functions.filter(({ name: own }) => inside === '' || shortName(own) === inside);
        return (wanted.length > 0 ? wanted : functions).map((func) => ({
          func,
          interface: entry.interface,
          ...more,
        }));
      }
    }
  }
  return [];
}

function shortName(name: string): string {
  const bare = name.replace(/^\[[^\]]*\]/, '');
  return name.startsWith('[constructor]') ? `${bare}.constructor` : bare;
}

function packageAddress({ packages }: Resolved, index: number): string {
  return `${packages[index]?.namespace}:${packages[index]?.name}`;
}

function faceAddress(resolved: Resolved, index: number | undefined): string {
  const face = resolved.interfaces[index ?? -1];
  return face ? `${packageAddress(resolved, face.package)}/${face.name}` : '';
}

function addressOf(resolved: Resolved, face: number | undefined, func: Func): string {
  return `${faceAddress(resolved, face)}.${shortName(func.name)}`;
}

function typeAddress(resolved: Resolved, index: number): string | undefined {
  const def = resolved.types[index];
  if (!def?.owner || def.name === null || !('interface' in def.owner)) return undefined;
  return `${faceAddress(resolved, def.owner.interface)}.${def.name}`;
}

type Ref = Func['params'][number]['type'] | null;

/** Whether a function speaks of a type, however deep inside another. */
function leadsTo(resolved: Resolved, func: Func, type: number): boolean {
  const seen = new Set<number>();
  const waiting: Ref[] = [...func.params.map((param) => param.type), func.result, func.resource ?? null];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (typeof ref !== 'number' || seen.has(ref)) continue;
    if (ref === type) return true;
    seen.add(ref);
    const kind = resolved.types[ref]?.kind;
    // What is in a kind is types, lists of types, or members with types.
    for (const value of Object.values(kind ?? {}) as unknown[]) {
      for (const part of Array.isArray(value) ? value : [value]) {
        const inner = typeof part === 'object' && part !== null && 'type' in part ? part.type : part;
        if (typeof inner === 'number') waiting.push(inner);
      }
    }
  }
  return false;
}
