import { type Ast, type Range, SourceRange } from '../syntax/ast.ts';
import { BUILT_IN } from '../syntax/tokens.ts';
import { partsOf } from './parts-of.ts';
import { type Gate, TypeDef, type TypeKind, type TypeRef } from './resolved.ts';

/**
 * The types of a package while it is read. Types without a name are kept once each: two `list<u8>` are one.
 */
export class TypeTable {
  readonly types: TypeDef[] = [];
  /** By what they are, then by what they are made of. */
  readonly #unnamed = new Map<TypeKind['kind'], Map<number | string, number>>();
  /** For each type: whether it is a resource by any name, or may be one of another package's. */
  readonly #handles: ('resource' | 'foreign' | 'no')[] = [];
  /** For each type that is another name for a foreign one: that foreign type. */
  readonly #roots: number[] = [];

  add(def: TypeDef): number {
    const id = this.types.push(def) - 1;
    const { kind } = def;
    const target = kind.kind === 'alias' && typeof kind.type === 'number' ? kind.type : undefined;
    this.#roots.push(target === undefined ? id : (this.#roots[target] ?? id));
    if (target !== undefined) this.#handles.push(this.#handles[target] ?? 'no');
    else this.#handles.push(kind.kind === 'resource' || kind.kind === 'foreign' ? kind.kind : 'no');
    return id;
  }

  /** Whether a handle to the type may be had, and which type stands behind its names. */
  handleTarget(id: number): { is: 'resource' | 'foreign' | 'no'; root: number } {
    return { is: this.#handles[id] ?? 'no', root: this.#roots[id] ?? id };
  }

  /** A reference to a type that is written out in place. */
  unnamed(kind: TypeKind, gate: Gate | undefined, file: Ast, range: Range): TypeRef {
    if (kind.kind === 'alias') return kind.type;
    // `own<r>` in place is the same as `r`.
    if (kind.kind === 'own') return kind.resource;
    const key = keyOf(kind);
    let alike = this.#unnamed.get(kind.kind);
    if (!alike) {
      alike = new Map();
      this.#unnamed.set(kind.kind, alike);
    }
    const known = alike.get(key);
    if (known !== undefined) return known;
    const inherited = gate ?? this.#firstGate(kind);
    const id = this.add(new TypeDef(null, kind, null, inherited, new SourceRange(file, range)));
    alike.set(key, id);
    return id;
  }

  /** `option<t>` is there when `t` is: the gate of the first of its parts that has one. */
  #firstGate(kind: TypeKind): Gate | undefined {
    for (const part of partsOf(kind)) {
      const gate = typeof part === 'number' ? this.types[part]?.gate : undefined;
      if (gate) return gate;
    }
    return undefined;
  }
}

/**
 * What is the same for two types that are one, within their kind: a number for their parts, or a text where
 * there may be more than two.
 */
function keyOf(kind: TypeKind): number | string {
  switch (kind.kind) {
    case 'borrow':
      return kind.resource;
    case 'option':
    case 'future':
    case 'stream':
      return keyOfPart(kind.type);
    case 'list':
      return kind.size === undefined ? keyOfPart(kind.element) : `${kind.size} ${kind.element}`;
    case 'result':
      return keyOfParts(kind.ok, kind.err);
    case 'map':
      return keyOfParts(kind.key, kind.value);
    default:
      return partsOf(kind).join(' ');
  }
}

function keyOfParts(first: TypeRef | null, second: TypeRef | null): number {
  return keyOfPart(first) * 2 ** 26 + keyOfPart(second);
}

/** An index itself, else a number below zero. */
function keyOfPart(part: TypeRef | null): number {
  return typeof part === 'number' ? part : -1 - WITHOUT_INDEX.indexOf(part);
}

const WITHOUT_INDEX: readonly (string | null)[] = [null, 'string', 'unknown', ...BUILT_IN];
