import type { Named, TypeDef, TypeRef } from '../resolve/resolved.ts';
import type { PairOf } from './pairing/index.ts';

/** A field, case or flag; `type` is absent where there can be none, null where there is none. */
export interface Member extends Named {
  type?: TypeRef | null;
}

/** Fields of a record, cases of a variant or enum, flags; in the order that the binary form depends on. */
export function membersOf(type: TypeDef | undefined): { noun: string; members: Member[] } | undefined {
  switch (type?.kind.kind) {
    case 'record':
      return { noun: 'field', members: type.kind.fields };
    case 'variant':
    case 'enum':
      return { noun: 'case', members: type.kind.cases };
    case 'flags':
      return { noun: 'flag', members: type.kind.flags };
    default:
      return undefined;
  }
}

/** Both versions of a type's members, when both have members of the same kind. */
export function bothMembers(
  pair: PairOf<'type'>,
): { noun: string; old: Member[]; new: Member[] } | undefined {
  const [old, now] = [membersOf(pair.old), membersOf(pair.new)];
  if (!old || !now || pair.old?.kind.kind !== pair.new?.kind.kind) return undefined;
  return { noun: old.noun, old: old.members, new: now.members };
}
