import type { FuncDef, Resolved, TypeDef, TypeKind, TypeRef } from '../resolve/resolved.ts';

/**
 * A function as the TypeScript that jco generates declares it: `get(name: FieldName): Array<FieldValue>`, a static one
 * with `static` before it. A result is what is returned, and its error what is thrown. For a host and for a guest it is
 * the same. Undefined when it has a type that could not be resolved, or a list of fixed length that is too long to show.
 */
export function typescriptSignature(resolved: Resolved, func: FuncDef): string | undefined {
  const type = (ref: TypeRef) => typeText(resolved, ref);
  // The receiver of a method is what stands before the dot.
  const own = func.kind === 'method' ? func.params.slice(1) : func.params;
  const params = own.map(({ name, type: ref }) => `${safeName(camelCase(name))}: ${type(ref)}`).join(', ');
  const text = `${head(func)}(${params})${func.kind === 'constructor' ? '' : `: ${returned(resolved, func)}`}`;
  return text.includes(UNKNOWN) ? undefined : text;
}

/** Stands in for what has no text; it occurs in no name. */
const UNKNOWN = '\u0000';

function head({ kind, name }: FuncDef): string {
  if (kind === 'constructor') return 'constructor';
  const plain = camelCase(name.replace(/^\[[^\]]*\](?:[^.]*\.)?/, ''));
  return kind === 'static' ? `static ${plain}` : plain;
}

function returned(resolved: Resolved, { result, async }: FuncDef): string {
  const kind = typeof result === 'number' ? resolved.types[result]?.kind : undefined;
  const given = kind?.kind === 'result' ? kind.ok : result;
  const text = given === null ? 'void' : typeText(resolved, given);
  return async ? `Promise<${text}>` : text;
}

const PRIMITIVES: Record<string, string> = {
  bool: 'boolean',
  u64: 'bigint',
  s64: 'bigint',
  char: 'string',
  string: 'string',
  // What jco declares, which has no class for it.
  'error-context': 'number',
  unknown: UNKNOWN,
};

const ARRAYS: Record<string, string> = {
  u8: 'Uint8Array',
  s8: 'Int8Array',
  u16: 'Uint16Array',
  s16: 'Int16Array',
  u32: 'Uint32Array',
  s32: 'Int32Array',
  u64: 'BigUint64Array',
  s64: 'BigInt64Array',
  f32: 'Float32Array',
  f64: 'Float64Array',
};

function typeText(resolved: Resolved, ref: TypeRef | null): string {
  if (ref === null) return 'void';
  if (typeof ref !== 'number') return PRIMITIVES[ref] ?? 'number';
  const type = resolved.types[ref];
  if (!type) return UNKNOWN;
  return type.name === null ? kindText(resolved, type.kind) : pascalCase(type.name);
}

function kindText(resolved: Resolved, kind: TypeKind): string {
  const text = (ref: TypeRef | null) => typeText(resolved, ref);
  switch (kind.kind) {
    case 'own':
    case 'borrow':
      return text(kind.resource);
    case 'list':
      if (kind.size !== undefined) return fixedText(text(kind.element), kind.size);
      return (
        (typeof kind.element === 'string' ? ARRAYS[kind.element] : undefined) ??
        `Array<${text(kind.element)}>`
      );
    case 'map':
      return `Map<${text(kind.key)}, ${text(kind.value)}>`;
    case 'tuple':
      return `[${kind.types.map(text).join(', ')}]`;
    case 'option':
      return isOption(resolved, kind.type) ? `Option<${text(kind.type)}>` : `${text(kind.type)} | undefined`;
    case 'result':
      return `Result<${text(kind.ok)}, ${text(kind.err)}>`;
    case 'future':
      return `PromiseLike<${text(kind.type)}>`;
    case 'stream':
      return `AsyncIterable<${text(kind.type)}>`;
    default:
      return UNKNOWN;
  }
}

/** Longer than this nobody reads, and lists of fixed length in one another soon fill any memory. */
const LONGEST_FIXED = 400;

/** jco declares a list of fixed length element by element. */
function fixedText(element: string, size: number): string {
  const isLong = size * (element.length + 1) > LONGEST_FIXED;
  return isLong ? UNKNOWN : `[${Array<string>(size).fill(element).join(',')}]`;
}

function isOption(resolved: Resolved, ref: TypeRef): boolean {
  let type: TypeDef | undefined = typeof ref === 'number' ? resolved.types[ref] : undefined;
  while (type?.kind.kind === 'alias') {
    const { type: next } = type.kind;
    type = typeof next === 'number' ? resolved.types[next] : undefined;
  }
  return type?.kind.kind === 'option';
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

function camelCase(name: string): string {
  const text = pascalCase(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Words that name no parameter in JavaScript get a `_`. */
const RESERVED = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

function safeName(name: string): string {
  return RESERVED.has(name) ? `${name}_` : name;
}
