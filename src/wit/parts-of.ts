import type { FuncDef, TypeKind, TypeRef } from './resolved.ts';

/** The types that a type is made of, in order. */
export function partsOf(kind: TypeKind): TypeRef[] {
  switch (kind.kind) {
    case 'record':
      return kind.fields.map((field) => field.type);
    case 'variant':
      return kind.cases.flatMap((one) => one.type ?? []);
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
      return [kind.ok, kind.err].filter((type) => type !== null);
    case 'option':
    case 'alias':
      return [kind.type];
    case 'future':
    case 'stream':
      return kind.type === null ? [] : [kind.type];
    case 'enum':
    case 'flags':
    case 'resource':
    case 'foreign':
      return [];
  }
}

/** The types that a function speaks of. */
export function typesOf(func: FuncDef): TypeRef[] {
  const types = func.params.map((param) => param.type);
  return func.result === null ? types : [...types, func.result];
}
