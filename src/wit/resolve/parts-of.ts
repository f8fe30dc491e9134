import type { FuncDef, Place, TypeKind, TypeRef } from './resolved.ts';

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

/**
 * Puts other types in place of those that a type is made of. What is another name for a type or a handle to one
 * stays as it is.
 * @param other gives the type in place of one, and is told where a field names it
 */
export function mapParts(kind: TypeKind, other: (type: TypeRef, place?: Place) => TypeRef): void {
  switch (kind.kind) {
    case 'record':
      for (const field of kind.fields) field.type = other(field.type, field.place);
      break;
    case 'variant':
      for (const each of kind.cases) if (each.type !== null) each.type = other(each.type);
      break;
    case 'list':
      kind.element = other(kind.element);
      break;
    case 'map':
      kind.key = other(kind.key);
      kind.value = other(kind.value);
      break;
    case 'tuple':
      kind.types = kind.types.map((type) => other(type));
      break;
    case 'result':
      if (kind.ok !== null) kind.ok = other(kind.ok);
      if (kind.err !== null) kind.err = other(kind.err);
      break;
    case 'option':
    case 'future':
    case 'stream':
      if (kind.type !== null) kind.type = other(kind.type);
      break;
  }
}
