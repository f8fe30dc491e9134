import type { Resolved, WorldDef, WorldEntry, WorldKey } from '../../resolve/resolved.ts';
import { interfaceAddress, linkName } from './address.ts';
import type { ComparedVersions, Role } from './pair.ts';

/** The worlds of the main package, by name; only one of them when a comparison is narrowed to it. */
export function worldsOf(resolved: Resolved, only?: string): Map<string, WorldDef> {
  const worlds = resolved.packages[resolved.main]?.worlds ?? new Map<string, number>();
  return new Map(
    [...worlds].flatMap(([name, index]) => {
      const world = resolved.worlds[index];
      return world && (only === undefined || name === only) ? [[name, world] as const] : [];
    }),
  );
}

/** What an import or export is matched by between versions: its own name, or that of the interface that links. */
export function entryLabel(resolved: Resolved, key: WorldKey): string {
  if (typeof key === 'string') return key;
  const foreign = resolved.interfaces[key]?.package !== resolved.main;
  return foreign ? linkName(resolved, key) : interfaceAddress(resolved, key);
}

/** Imports or exports of a world by label. */
export function entriesOf(
  resolved: Resolved,
  entries: ReadonlyMap<WorldKey, WorldEntry>,
): Map<string, WorldEntry> {
  return new Map([...entries].map(([key, entry]) => [entryLabel(resolved, key), entry]));
}

/** What the worlds that both versions have do with each interface in both, by address. */
export function roles(versions: ComparedVersions): ReadonlyMap<string, Role> {
  const found = new Map<string, Role>();
  const newWorlds = worldsOf(versions.new, versions.world);
  for (const [name, before] of worldsOf(versions.old, versions.world)) {
    const after = newWorlds.get(name);
    if (!after) continue;
    for (const direction of ['imports', 'exports'] as const) {
      const kept = entriesOf(versions.new, after[direction]);
      for (const label of entriesOf(versions.old, before[direction]).keys()) {
        if (!kept.has(label)) continue;
        const role = found.get(label) ?? { imported: false, exported: false, reached: true };
        role[direction === 'imports' ? 'imported' : 'exported'] = true;
        found.set(label, role);
      }
    }
  }
  return found;
}
