import type { Resolved, WorldDef, WorldEntry, WorldKey } from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';

/** How an entry came into a world: named there, through a world that it includes, or because something needs it. */
export interface Origin {
  how: 'direct' | 'include' | 'dependency';
  /** The item of the world that names it. */
  decl?: ast.WorldItem;
}

/** How a world came to an import or export. */
export function entryOrigin(
  resolved: Resolved,
  world: WorldDef,
  side: 'import' | 'export',
  key: WorldKey,
): Origin {
  const entry = world[`${side}s`].get(key);
  const decl = entry && world.decl?.items.find((item) => names(resolved, item, side, key, entry));
  if (decl) return { how: 'direct', decl };
  const isIncluded = world.includes.some((id) => {
    const included = resolved.worlds[id];
    return included && comesFrom(resolved, included, side, key, entry);
  });
  return { how: isIncluded ? 'include' : 'dependency' };
}

/** Whether a world's item is the one that names an entry. */
function names(
  resolved: Resolved,
  item: ast.WorldItem,
  side: string,
  key: WorldKey,
  entry: WorldEntry,
): boolean {
  const decl = entryDecl(resolved, entry);
  if (decl === item) return true;
  if (item.kind === 'resource') return item.funcs.some((func) => func === decl);
  if (item.kind !== side || !('what' in item)) return false;
  if (item.what.kind === 'named-path') return key === item.what.name.name;
  if (item.what.kind !== 'path') return false;
  const target = resolved.targets.get(item.what.path.name);
  return target !== undefined && 'interface' in target && target.interface === key;
}

/** Whether an included world has what became the entry, perhaps under another name. */
function comesFrom(
  resolved: Resolved,
  included: WorldDef,
  side: 'import' | 'export',
  key: WorldKey,
  entry: WorldEntry | undefined,
): boolean {
  if (typeof key === 'number') return included[`${side}s`].has(key);
  const decl = entry && entryDecl(resolved, entry);
  return (
    decl !== undefined &&
    [...included[`${side}s`].values()].some((other) => entryDecl(resolved, other) === decl)
  );
}

/** The declaration behind an entry of a world, the same for its copies in other worlds. */
export function entryDecl(resolved: Resolved, entry: WorldEntry): object | undefined {
  if (entry.kind === 'function') return entry.function.decl;
  if (entry.kind === 'type') return resolved.types[entry.type]?.decl;
  return resolved.interfaces[entry.interface]?.decl;
}
