import type { TypeRef } from '../resolve/resolved.ts';
import { definition, unalias, type Versions } from './pairing/index.ts';

/** `own` to `borrow` or the reverse of one resource; undefined for any other pair of types. */
export function ownershipChange(versions: Versions, a: TypeRef, b: TypeRef): 'taken' | 'lent' | undefined {
  const [before, after] = [
    definition(versions.old, unalias(versions.old, a)),
    definition(versions.new, unalias(versions.new, b)),
  ];
  const [from, to] = [before?.kind, after?.kind];
  if (!from || !to || !('resource' in from) || !('resource' in to) || from.kind === to.kind) return undefined;
  const [left, right] = [definition(versions.old, from.resource), definition(versions.new, to.resource)];
  if (left?.name !== right?.name) return undefined;
  return to.kind === 'borrow' ? 'lent' : 'taken';
}
