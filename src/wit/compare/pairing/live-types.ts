import { partsOf, typesOf } from '../../resolve/parts-of.ts';
import type { FuncDef, Resolved, TypeRef } from '../../resolve/resolved.ts';

/**
 * The types that functions lead to, as indices. A component that calls every function links to these alone:
 * the tools that encode components leave out the others.
 */
export function liveTypes(resolved: Resolved): ReadonlySet<number> {
  const live = new Set<number>();
  const waiting: TypeRef[] = allFunctions(resolved).flatMap((func) => [
    ...typesOf(func),
    ...(func.resource === undefined ? [] : [func.resource]),
  ]);
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (typeof ref !== 'number' || live.has(ref)) continue;
    live.add(ref);
    const type = resolved.types[ref];
    if (type) waiting.push(...partsOf(type.kind));
  }
  return live;
}

function allFunctions(resolved: Resolved): FuncDef[] {
  const ofInterfaces = resolved.interfaces.flatMap((one) => [...one.functions.values()]);
  const ofWorlds = resolved.worlds.flatMap((world) =>
    [...world.imports.values(), ...world.exports.values()].flatMap((entry) =>
      entry.kind === 'function' ? [entry.function] : [],
    ),
  );
  return [...ofInterfaces, ...ofWorlds];
}
