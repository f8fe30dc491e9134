import type { Ast, Range } from '../ast.ts';
import type { Gate, TypeDef, TypeKind, TypeRef } from '../resolved.ts';

/**
 * The types of a package while it is read. Types without a name are kept once each: two `list<u8>` are one.
 */
export class TypeTable {
  readonly types: TypeDef[] = [];
  /** By what they are, then by what they are made of. */
  readonly #unnamed = new Map<string, Map<TypeRef | null, number>>();
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
    const [shape, part] = keyOf(kind);
    let alike = this.#unnamed.get(shape);
    if (!alike) {
      alike = new Map();
      this.#unnamed.set(shape, alike);
    }
    const known = alike.get(part);
    if (known !== undefined) return known;
    const inherited = gate ?? this.#firstGate(kind);
    const place = { file, start: range.start, end: range.end };
    const id = this.add({ name: null, kind, owner: null, gate: inherited, place });
    alike.set(part, id);
    return id;
  }

  /** `option<t>` is there when `t` is: the gate of the first of its parts that has one. */
  #firstGate(kind: TypeKind): Gate | undefined {
    for (const part of parts(kind)) {
      const gate = typeof part === 'number' ? this.types[part]?.gate : undefined;
      if (gate) return gate;
    }
    return undefined;
  }
}

/** The types that a type written out in place is made of. */
export function parts(kind: TypeKind): (TypeRef | null)[] {
  switch (kind.kind) {
    case 'own':
    case 'borrow':
      return [kind.resource];
    case 'list':
      return [kind.element];
    case 'map':
      return [kind.key, kind.value];
    case 'tuple':
      return kind.types;
    case 'result':
      return [kind.ok, kind.err];
    case 'option':
    case 'future':
    case 'stream':
    case 'alias':
      return [kind.type];
    case 'record':
      return kind.fields.map((field) => field.type);
    case 'variant':
      return kind.cases.map((item) => item.type);
    default:
      return [];
  }
}

/** What is the same for two types that are one: all but one part as text, and that part. */
function keyOf(kind: TypeKind): [shape: string, part: TypeRef | null] {
  switch (kind.kind) {
    case 'borrow':
      return ['borrow', kind.resource];
    case 'option':
    case 'future':
    case 'stream':
      return [kind.kind, kind.type];
    case 'list':
      return [kind.size === undefined ? 'list' : `list ${kind.size}`, kind.element];
    case 'result':
      return [`result ${kind.ok}`, kind.err];
    case 'map':
      return [`map ${kind.key}`, kind.value];
    default:
      return [`${kind.kind} ${parts(kind).join(' ')}`, null];
  }
}
