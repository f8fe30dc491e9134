import type { Resolved, TypeKind, TypeRef } from '../../resolve/resolved.ts';

/** A type as WIT spells it where it is used: `result<list<u8>, error>`; `_` for none. */
export function typeText(resolved: Resolved, ref: TypeRef | null): string {
  if (ref === null) return '_';
  if (typeof ref !== 'number') return ref;
  const type = resolved.types[ref];
  if (!type) return 'unknown';
  return type.name ?? kindText(resolved, type.kind);
}

/** What a type is made of, on one line: `list<u8>`; just the word for a record and the like. */
export function kindText(resolved: Resolved, kind: TypeKind): string {
  const text = (ref: TypeRef | null) => typeText(resolved, ref);
  switch (kind.kind) {
    case 'own':
      return text(kind.resource);
    case 'borrow':
      return `borrow<${text(kind.resource)}>`;
    case 'list':
      return `list<${text(kind.element)}${kind.size === undefined ? '' : `, ${kind.size}`}>`;
    case 'map':
      return `map<${text(kind.key)}, ${text(kind.value)}>`;
    case 'tuple':
      return `tuple<${kind.types.map(text).join(', ')}>`;
    case 'option':
      return `option<${text(kind.type)}>`;
    case 'result':
      return resultText(text(kind.ok), text(kind.err));
    case 'future':
    case 'stream':
      return kind.type === null ? kind.kind : `${kind.kind}<${text(kind.type)}>`;
    case 'alias':
      return text(kind.type);
    default:
      return kind.kind;
  }
}

function resultText(ok: string, err: string): string {
  if (err !== '_') return `result<${ok}, ${err}>`;
  return ok === '_' ? 'result' : `result<${ok}>`;
}
