import type * as resolved from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';
import { describeInterface, describeType } from './describe-interface.ts';
import { type Describing, declaredFields, describeFunc } from './describe-item.ts';
import type { Declaration } from './links.ts';
import type { Link, World, WorldEntry } from './model.ts';
import { entryOrigin } from './world-origin.ts';

/** A world with its elaborated imports and exports. */
export function describeWorld(state: Describing, file: ast.Ast, decl: ast.WorldDecl, id: number): World {
  const def = state.resolved.worlds[id];
  const link = (index: number) => {
    const included = state.resolved.worlds[index]?.decl;
    return (included && state.addresses.links.get(included)) ?? [];
  };
  const types = decl.items.filter((item) => isType(item));
  return {
    ...declaredFields(state, file, decl, decl.name),
    kind: 'world',
    imports: def ? entries(state, def, 'import') : [],
    exports: def ? entries(state, def, 'export') : [],
    includes: def?.includes.flatMap(link) ?? [],
    types: types
      .filter((item) => def?.imports.has(item.name.name))
      .map((item) => describeType(state, file, item)),
    includedBy: state.resolved.worlds.flatMap((world, index) =>
      world.includes.includes(id) ? link(index) : [],
    ),
  };
}

function isType(item: ast.WorldItem): item is ast.TypeDecl {
  return item.kind !== 'use' && item.kind !== 'include' && !('what' in item);
}

function entries(state: Describing, world: resolved.WorldDef, side: 'import' | 'export'): WorldEntry[] {
  return [...world[`${side}s`]].flatMap(
    ([key, entry]) => describeEntry(state, world, side, key, entry) ?? [],
  );
}

function describeEntry(
  state: Describing,
  world: resolved.WorldDef,
  side: 'import' | 'export',
  key: resolved.WorldKey,
  entry: resolved.WorldEntry,
): WorldEntry | undefined {
  const { how } = entryOrigin(state.resolved, world, side, key);
  switch (entry.kind) {
    case 'interface':
      return interfaceEntry(state, key, entry, how);
    case 'function': {
      const { decl, name, gate, place } = entry.function;
      const link = decl && state.addresses.links.get(decl as Declaration);
      const func = decl && place && describeFunc(state, place.file, decl);
      return link && { ...link, kind: 'function', name, how, gate, func };
    }
    case 'type': {
      const def = state.resolved.types[entry.type];
      const link = state.addresses.of({ type: entry.type });
      return (
        link && {
          ...link,
          kind: 'type',
          name: def?.name ?? String(key),
          how,
          gate: def?.gate,
        }
      );
    }
  }
}

function interfaceEntry(
  state: Describing,
  key: resolved.WorldKey,
  entry: resolved.WorldEntry & { kind: 'interface' },
  how: WorldEntry['how'],
): WorldEntry | undefined {
  const id = entry.interface;
  const { decl, place } = state.resolved.interfaces[id] ?? {};
  const link: Link | undefined = decl && state.addresses.links.get(decl);
  if (!link || !decl || !place) return undefined;
  const label = typeof key === 'string' ? key : undefined;
  const isInline = 'what' in decl && decl.what.kind === 'interface';
  const items = isInline && decl.what.kind === 'interface' ? decl.what.items : [];
  return {
    ...link,
    kind: 'interface',
    name: label ?? state.resolved.interfaces[id]?.name ?? '',
    how,
    ...(label !== undefined && !isInline && { label }),
    gate: entry.gate,
    ...(isInline && {
      inline: describeInterface(state, { file: place.file, decl, id, name: label ?? '', items }),
    }),
  };
}
