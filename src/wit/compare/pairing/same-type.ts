import { partsOf } from '../../resolve/parts-of.ts';
import type { Resolved, TypeDef, TypeKind, TypeRef } from '../../resolve/resolved.ts';
import { isMain, typeAddress } from './address.ts';
import type { Versions } from './pair.ts';
import { track } from './track.ts';

type TypeOrNone = TypeRef | null;

/**
 * Whether the component model takes both for the same type, but for changes that are reported where they happen:
 * a type of this package that keeps its name is the same here, whatever became of its declaration.
 * Aliases do not count; records and the like are compared part by part; resources by who declares them.
 */
export function sameType(versions: Versions, a: TypeOrNone, b: TypeOrNone): boolean {
  if (a === null || b === null) return a === b;
  if (a === 'unknown' || b === 'unknown') return true;
  const [named, other] = [definition(versions.old, a), definition(versions.new, b)];
  if (named && other && isMain(versions.old, named) && isMain(versions.new, other)) {
    const address = typeAddress(versions.old, named);
    if (address !== undefined && address === typeAddress(versions.new, other)) return true;
  }
  const [x, y] = [unalias(versions.old, a), unalias(versions.new, b)];
  const [left, right] = [definition(versions.old, x), definition(versions.new, y)];
  return left && right ? sameStructure(versions, left, right) : x === y;
}

/** Whether two declarations of one name still mean the same type. */
export function sameDeclaration(versions: Versions, a: TypeDef, b: TypeDef): boolean {
  if (a.kind.kind === 'alias' || b.kind.kind === 'alias') {
    const [x, y] = [aliased(a), aliased(b)];
    if (x !== undefined && y !== undefined) return sameType(versions, x, y);
    const [left, right] = [behind(versions.old, a), behind(versions.new, b)];
    return left !== undefined && right !== undefined && sameStructure(versions, left, right);
  }
  return sameStructure(versions, a, b);
}

function aliased(type: TypeDef): TypeRef | undefined {
  return type.kind.kind === 'alias' ? type.kind.type : undefined;
}

function behind(resolved: Resolved, type: TypeDef): TypeDef | undefined {
  const target = aliased(type);
  return target === undefined ? type : definition(resolved, unalias(resolved, target));
}

/** Whether two types are the same part by part, their own names left aside. */
function sameStructure(versions: Versions, a: TypeDef, b: TypeDef): boolean {
  if (a.kind.kind === 'resource' && b.kind.kind === 'resource') return sameResource(versions, a, b);
  return headOf(a.kind) === headOf(b.kind) && sameParts(versions, a.kind, b.kind);
}

function sameParts(versions: Versions, a: TypeKind, b: TypeKind): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    left.length === right.length &&
    left.every((part, index) => sameType(versions, part, right[index] ?? null))
  );
}

/** What two types have to share besides the types that they are made of. */
function headOf(kind: TypeKind): string {
  switch (kind.kind) {
    case 'record':
      return `record ${kind.fields.map((field) => field.name).join(' ')}`;
    case 'variant':
      return `variant ${kind.cases.map((one) => `${one.name}${one.type === null ? '' : '()'}`).join(' ')}`;
    case 'enum':
      return `enum ${kind.cases.map((one) => one.name).join(' ')}`;
    case 'flags':
      return `flags ${kind.flags.map((flag) => flag.name).join(' ')}`;
    case 'list':
      return `list ${kind.size ?? ''}`;
    case 'result':
      return `result ${kind.ok !== null} ${kind.err !== null}`;
    case 'future':
    case 'stream':
      return `${kind.kind} ${kind.type !== null}`;
    default:
      return kind.kind;
  }
}

/** Two resources of one name that are not the same. */
export interface OtherResource {
  old: TypeDef;
  new: TypeDef;
}

/**
 * The resource through which alone two types differ, when they do so in nothing else: it is another one in every place.
 */
export function otherResource(versions: Versions, a: TypeOrNone, b: TypeOrNone): OtherResource | undefined {
  if (sameType(versions, a, b) || a === null || b === null) return undefined;
  const left = definition(versions.old, unalias(versions.old, a));
  const right = definition(versions.new, unalias(versions.new, b));
  if (!left || !right) return undefined;
  if (left.kind.kind === 'resource' && right.kind.kind === 'resource') {
    return left.name === right.name ? { old: left, new: right } : undefined;
  }
  const [parts, others] = [partsOf(left.kind), partsOf(right.kind)];
  if (headOf(left.kind) !== headOf(right.kind) || parts.length !== others.length) return undefined;
  const found = parts.flatMap((part, index) =>
    sameType(versions, part, others[index] ?? null)
      ? []
      : [otherResource(versions, part, others[index] ?? null)],
  );
  const [first] = found;
  const isOne = found.every((each) => each && first && each.old === first.old && each.new === first.new);
  return isOne ? first : undefined;
}

/** A resource is the same when the same interface declares it and, in another package, one that links. */
function sameResource(versions: Versions, a: TypeDef, b: TypeDef): boolean {
  if (typeAddress(versions.old, a) !== typeAddress(versions.new, b)) return false;
  if (versions.anyTrack || (isMain(versions.old, a) && isMain(versions.new, b))) return true;
  return track(versionOf(versions.old, a)) === track(versionOf(versions.new, b));
}

export function versionOf(resolved: Resolved, type: TypeDef): string | undefined {
  if (type.owner === null || !('interface' in type.owner)) return undefined;
  const owner = resolved.interfaces[type.owner.interface];
  return owner && resolved.packages[owner.package]?.version;
}

/** The type behind the names that are given to it. */
export function unalias(resolved: Resolved, ref: TypeRef): TypeRef {
  let at = ref;
  for (let type = definition(resolved, at); type?.kind.kind === 'alias'; type = definition(resolved, at)) {
    at = type.kind.type;
  }
  return at;
}

export function definition(resolved: Resolved, ref: TypeRef): TypeDef | undefined {
  return typeof ref === 'number' ? resolved.types[ref] : undefined;
}
