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

/** The interface of this package behind an import or export, by its own name or under a label; undefined for others. */
function ownInterface(resolved: Resolved, entry: WorldEntry): string | undefined {
  if (entry.kind !== 'interface') return undefined;
  const face = resolved.interfaces[entry.interface];
  const isOwn = face !== undefined && face.name !== null && face.package === resolved.main;
  return isOwn ? interfaceAddress(resolved, entry.interface) : undefined;
}

/** Imports or exports of a world by label. */
export function entriesOf(
  resolved: Resolved,
  entries: ReadonlyMap<WorldKey, WorldEntry>,
): Map<string, WorldEntry> {
  return new Map([...entries].map(([key, entry]) => [entryLabel(resolved, key), entry]));
}

/**
 * What worlds do with each interface, by address. What the worlds of both versions do in both of them counts; of an
 * interface that only one version has, what the worlds that stay do with it there. Where none does, it is judged as
 * imported, but for a new one that only new worlds reach.
 */
export function roles(versions: ComparedVersions): ReadonlyMap<string, Role> {
  const found = new Map<string, Role>();
  const roleOf = (address: string) => {
    const role = found.get(address) ?? { imported: false, exported: false, reached: true };
    found.set(address, role);
    return role;
  };
  const [old, now] = [worldsOf(versions.old, versions.world), worldsOf(versions.new, versions.world)];
  const names = { old: interfaceNames(versions.old), new: interfaceNames(versions.new) };
  const look = (
    side: 'old' | 'new',
    worlds: ReadonlyMap<string, WorldDef>,
    others: ReadonlyMap<string, WorldDef>,
  ) => {
    const other = side === 'old' ? 'new' : 'old';
    for (const [name, world] of worlds) {
      const counterpart = others.get(name);
      for (const direction of ['imports', 'exports'] as const) {
        const kept = counterpart && entriesOf(versions[other], counterpart[direction]);
        for (const [label, entry] of entriesOf(versions[side], world[direction])) {
          const address = ownInterface(versions[side], entry);
          if (address === undefined) continue;
          const role = roleOf(address);
          const isKept = kept?.has(label) || (counterpart !== undefined && !names[other].has(address));
          if (isKept) role[direction === 'imports' ? 'imported' : 'exported'] = true;
        }
      }
    }
  };
  look('old', old, now);
  look('new', now, old);
  for (const [address, role] of found) {
    if (!role.exported && names.old.has(address)) role.imported = true;
  }
  return found;
}

function interfaceNames(resolved: Resolved): ReadonlySet<string> {
  const indices = [...(resolved.packages[resolved.main]?.interfaces.values() ?? [])];
  return new Set(indices.map((index) => interfaceAddress(resolved, index)));
}
