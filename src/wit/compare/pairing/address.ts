import type { Resolved, TypeDef } from '../../resolve/resolved.ts';
import { track } from './track.ts';

/** `wasi:http`, without the version. */
export function packageAddress(resolved: Resolved, index: number): string {
  const found = resolved.packages[index];
  return found ? `${found.namespace}:${found.name}` : '?';
}

/** `wasi:http/types`; for an interface in place, the world's own entry names it. */
export function interfaceAddress(resolved: Resolved, index: number): string {
  const found = resolved.interfaces[index];
  return found ? `${packageAddress(resolved, found.package)}/${found.name ?? '(inline)'}` : '?';
}

/** What an interface is linked by: its address and the track of its package. */
export function linkName(resolved: Resolved, index: number): string {
  const found = resolved.interfaces[index];
  const version = found && resolved.packages[found.package]?.version;
  return `${interfaceAddress(resolved, index)}@${track(version)}`;
}

/** `wasi:http/types.fields`, or undefined for a type without a name. */
export function typeAddress(resolved: Resolved, type: TypeDef): string | undefined {
  if (type.name === null || type.owner === null) return undefined;
  if ('interface' in type.owner) return `${interfaceAddress(resolved, type.owner.interface)}.${type.name}`;
  const world = resolved.worlds[type.owner.world];
  return world && `${packageAddress(resolved, world.package)}/${world.name}.${type.name}`;
}

/** Whether a type belongs to the package that was asked for. */
export function isMain(resolved: Resolved, type: TypeDef): boolean {
  if (type.owner === null) return false;
  const owner =
    'interface' in type.owner ? resolved.interfaces[type.owner.interface] : resolved.worlds[type.owner.world];
  return owner?.package === resolved.main;
}
