import type { FuncDef, Resolved, TypeKind, TypeRef } from '../resolve/resolved.ts';

/** A type of core WebAssembly. */
export type CoreType = 'i32' | 'i64' | 'f32' | 'f64';

/** The type of a core function. */
export interface CoreSignature {
  params: CoreType[];
  results: CoreType[];
}

/** The canonical ABI's limits: more than these go through memory. */
const MAX_FLAT_PARAMS = 16;
const MAX_FLAT_ASYNC_PARAMS = 4;
const MAX_FLAT_RESULTS = 1;

/** Flags share an `i32` by the 32. */
const FLAGS_IN_I32 = 32;

/**
 * What a guest's core module imports to call a function, and what it exports to offer it, by the canonical ABI with
 * 32-bit addresses; an async function as it is lowered asynchronously and lifted with a callback.
 * Undefined when the function has a type that could not be resolved.
 * https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening
 */
export function coreSignature(
  resolved: Resolved,
  func: FuncDef,
): { import: CoreSignature; export: CoreSignature } | undefined {
  const flats = func.params.map(({ type }) => flatten(resolved, type));
  const result = func.result === null ? [] : flatten(resolved, func.result);
  if (!result || flats.includes(undefined)) return undefined;
  const params = flats.flatMap((flat) => flat ?? []);
  const lifted = params.length > MAX_FLAT_PARAMS ? (['i32'] as const) : params;
  if (func.async) {
    const lowered = params.length > MAX_FLAT_ASYNC_PARAMS ? (['i32'] as const) : params;
    const pointer = result.length > 0 ? (['i32'] as const) : [];
    return {
      import: { params: [...lowered, ...pointer], results: ['i32'] },
      export: { params: [...lifted], results: ['i32'] },
    };
  }
  const spilled = result.length > MAX_FLAT_RESULTS;
  return {
    import: { params: spilled ? [...lifted, 'i32'] : [...lifted], results: spilled ? [] : result },
    export: { params: [...lifted], results: spilled ? ['i32'] : result },
  };
}

const PRIMITIVES: Record<string, CoreType[]> = {
  u64: ['i64'],
  s64: ['i64'],
  f32: ['f32'],
  f64: ['f64'],
  string: ['i32', 'i32'],
};

/** The core values that a value of the type becomes; undefined when a type in it is unknown. */
export function flatten(resolved: Resolved, ref: TypeRef): CoreType[] | undefined {
  if (ref === 'unknown') return undefined;
  if (typeof ref !== 'number') return PRIMITIVES[ref] ?? ['i32'];
  const type = resolved.types[ref];
  return type && flattenKind(resolved, type.kind);
}

function flattenKind(resolved: Resolved, kind: TypeKind): CoreType[] | undefined {
  switch (kind.kind) {
    case 'alias':
      return flatten(resolved, kind.type);
    case 'record':
      return inARow(
        resolved,
        kind.fields.map(({ type }) => type),
      );
    case 'tuple':
      return inARow(resolved, kind.types);
    case 'list':
      return kind.size === undefined ? ['i32', 'i32'] : repeated(flatten(resolved, kind.element), kind.size);
    case 'map':
      return ['i32', 'i32'];
    case 'flags':
      return Array<CoreType>(Math.ceil(kind.flags.length / FLAGS_IN_I32)).fill('i32');
    case 'variant':
      return oneOf(
        resolved,
        kind.cases.map(({ type }) => type),
      );
    case 'option':
      return oneOf(resolved, [null, kind.type]);
    case 'result':
      return oneOf(resolved, [kind.ok, kind.err]);
    case 'foreign':
      return undefined;
    default:
      return ['i32'];
  }
}

function inARow(resolved: Resolved, types: readonly TypeRef[]): CoreType[] | undefined {
  const flats = types.map((type) => flatten(resolved, type));
  return flats.includes(undefined) ? undefined : flats.flatMap((flat) => flat ?? []);
}

/** Once there are more than any limit of the ABI it does not matter how many: sizes go up to four thousand million. */
function repeated(flat: CoreType[] | undefined, size: number): CoreType[] | undefined {
  const enough = MAX_FLAT_PARAMS + 1;
  return flat && Array.from({ length: Math.min(size, enough) }, () => flat.slice(0, enough)).flat();
}

/** The number of the case, then values that hold any case's payload. */
function oneOf(resolved: Resolved, payloads: readonly (TypeRef | null)[]): CoreType[] | undefined {
  const joined: CoreType[] = [];
  for (const payload of payloads) {
    if (payload === null) continue;
    const flat = flatten(resolved, payload);
    if (!flat) return undefined;
    for (const [at, type] of flat.entries()) joined[at] = join(joined[at], type);
  }
  return ['i32', ...joined];
}

function join(a: CoreType | undefined, b: CoreType): CoreType {
  if (a === undefined || a === b) return b;
  const fits = (type: CoreType) => type === 'i32' || type === 'f32';
  return fits(a) && fits(b) ? 'i32' : 'i64';
}
