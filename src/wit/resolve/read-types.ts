import { didYouMean } from '../../nearest.ts';
import type * as ast from '../syntax/ast.ts';
import { everyNameInDecl, namesInDecl } from '../syntax/names.ts';
import { presentName } from '../syntax/parse-type.ts';
import { BUILT_IN } from '../syntax/tokens.ts';
import { addTypeTarget, findInterface, type Reading } from './draft.ts';
import { externalIdOf, gateOf } from './gates.ts';
import {
  CasesKind,
  FlagsKind,
  type Gate,
  type Owner,
  Part,
  RecordKind,
  TypeDef,
  TypeEntry,
  type TypeKind,
  type TypeRef,
  type WorldEntry,
  type WorldKey,
} from './resolved.ts';
import type { Scope } from './scope.ts';
import { toposort } from './toposort.ts';

/** Reading inside an interface or world, whose names are in `scope`. */
export interface TypeReading extends Reading {
  scope: Scope;
  owner: Owner;
  /** What a world imports: its types are among it. */
  imports?: Map<WorldKey, WorldEntry>;
}

type Declaring = ast.Use | ast.TypeDecl;

/** Defines what an interface or world uses and declares: first what it uses, then types after their parts. */
export function defineTypes(types: TypeReading, items: readonly { kind: string }[]): void {
  const decls = items.filter(isDeclaring);
  for (const decl of decls) if (decl.kind === 'use') defineUses(types, decl);
  if (isInOrder(decls)) {
    for (const decl of decls) if (decl.kind !== 'use') defineType(types, decl);
    return;
  }
  const dependencies = new Map<string, ast.Ident[]>();
  const defs = new Map<string, ast.TypeDecl | undefined>();
  for (const decl of decls) {
    if (decl.kind === 'use') {
      for (const { name, as } of decl.names) {
        // The reference tool drops the declaration without a word.
        if (defs.get((as ?? name).name)) reportTwice(types, as ?? name);
        dependencies.set((as ?? name).name, []);
        defs.set((as ?? name).name, undefined);
      }
      continue;
    }
    const { name } = decl.name;
    if (defs.has(name)) {
      reportTwice(types, decl.name);
      continue;
    }
    defs.set(name, decl);
    // What the functions of a resource refer to may come after it.
    dependencies.set(name, decl.kind === 'resource' ? [] : namesInDecl(decl));
  }
  const { order, faults } = toposort([...dependencies.keys()], dependencies);
  for (const { kind, edge } of faults) {
    if (kind === 'cycle') {
      types.log.on(edge, 'depends-on-itself', `type \`${edge.name}\` depends on itself`, {
        hint: 'WIT has no recursive types; refer to a resource, or to an index in a list',
      });
    } else if (types.scope.get(edge.name) !== 'unknown')
      reportUnknownType(types, edge, 'type', () => defs.keys());
  }
  for (const name of order) {
    const decl = defs.get(name);
    if (decl) defineType(types, decl);
  }
  for (const name of defs.keys()) if (types.scope.get(name) === undefined) types.scope.forget(name);
}

/** Whether no name stands twice and every type comes after what it is made of, as in most interfaces. */
function isInOrder(decls: readonly Declaring[]): boolean {
  const seen = new Set<string>();
  const isSeen = ({ name }: ast.Ident) => seen.has(name);
  for (const decl of decls) {
    if (decl.kind === 'use') {
      for (const { name, as } of decl.names) {
        if (seen.has((as ?? name).name)) return false;
        seen.add((as ?? name).name);
      }
      continue;
    }
    if (seen.has(decl.name.name)) return false;
    if (decl.kind !== 'resource' && !everyNameInDecl(decl, isSeen)) return false;
    seen.add(decl.name.name);
  }
  return true;
}

function isDeclaring(item: { kind: string }): item is Declaring {
  return DECLARING.has(item.kind);
}
const DECLARING = new Set(['use', 'type', 'record', 'variant', 'enum', 'flags', 'resource']);

function reportTwice(types: TypeReading, name: ast.Ident): void {
  types.log.on(name, 'duplicate-name', `name \`${name.name}\` is defined more than once`);
}

function define(types: TypeReading, name: ast.Ident, type: number): void {
  if (types.scope.get(name.name) !== undefined) {
    reportTwice(types, name);
    return;
  }
  types.scope.types.set(name.name, type);
  types.imports?.set(name.name, new TypeEntry(type, name));
}

function defineUses(types: TypeReading, use: ast.Use): void {
  const { draft, log } = types;
  const from = findInterface(types, use.path);
  const source = from === undefined ? undefined : draft.scopes[from];
  const gate = gateOf(use.attributes);
  const externalId = externalIdOf(use.attributes);
  for (const { name, as } of use.names) {
    const found = source?.get(name.name);
    if (typeof found !== 'number') {
      if (found === 'function') {
        log.on(name, 'not-a-type', `cannot import function \`${name.name}\``, {
          hint: 'only types are used; import the interface in a world to call its functions',
        });
      } else if (source && found === undefined && !isStillUnread(types, from)) {
        if (!isLost(types, from, name.name)) {
          log.on(name, 'unknown-name', `name \`${name.name}\` does not exist`, {
            hint: () => didYouMean(name.name, source.names()),
          });
        }
      }
      if (types.scope.get((as ?? name).name) === undefined) types.scope.forget((as ?? name).name);
      continue;
    }
    addTypeTarget(draft, name, found);
    const own = as ?? name;
    const kind: TypeKind = { kind: 'alias', type: found };
    const def = new TypeDef(own.name, kind, types.owner, gate, name, use, externalId);
    define(types, own, draft.types.add(def));
  }
}

/** Whether an interface comes later in a circle, so that its names are not known yet. */
function isStillUnread({ draft }: TypeReading, id: number | undefined): boolean {
  return id !== undefined && id >= draft.foreignInterfaces && !draft.read.has(id);
}

/** Whether a name may stand in a part of the interface's file that could not be read. */
function isLost({ draft }: TypeReading, id: number | undefined, name: string): boolean {
  return draft.interfaces[id ?? -1]?.place?.file.lost.has(name) ?? false;
}

function defineType(types: TypeReading, decl: ast.TypeDecl): void {
  const gate = gateOf(decl.attributes);
  const externalId = externalIdOf(decl.attributes);
  const kind = declKind(types, decl, gate);
  if (!kind) {
    types.scope.forget(decl.name.name);
    return;
  }
  const def = new TypeDef(decl.name.name, kind, types.owner, gate, decl.name, decl, externalId);
  define(types, decl.name, types.draft.types.add(def));
}

function declKind(types: TypeReading, decl: ast.TypeDecl, gate: Gate | undefined): TypeKind | undefined {
  const flag = ({ name }: ast.Member) => new Part(name.name, name, undefined);
  switch (decl.kind) {
    case 'type':
      return typeKind(types, decl.type, gate);
    case 'record':
      return new RecordKind(
        decl.members.map(({ name, type }) => new Part(name.name, name, typeRef(types, type, gate))),
      );
    case 'variant':
      return new CasesKind(
        'variant',
        decl.members.map(({ name, type }) => new Part(name.name, name, optional(types, type, gate))),
      );
    case 'enum':
      return new CasesKind('enum', decl.members.map(flag));
    case 'flags':
      return new FlagsKind(decl.members.map(flag));
    case 'resource':
      return { kind: 'resource' };
  }
}

/** A type expression as a reference. */
export function typeRef(types: TypeReading, type: ast.Type, gate: Gate | undefined): TypeRef {
  if (type.kind === 'primitive') return type.name;
  if (type.kind === 'name') return followName(types, type) ?? 'unknown';
  const kind = typeKind(types, type, gate);
  return kind ? types.draft.types.unnamed(kind, gate, types.list.file, type) : 'unknown';
}

function optional(types: TypeReading, type: ast.Type | undefined, gate: Gate | undefined): TypeRef | null {
  return type ? typeRef(types, type, gate) : null;
}

/** What a type expression is made of; undefined after a mistake, which is reported. */
function typeKind(types: TypeReading, type: ast.Type, gate: Gate | undefined): TypeKind | undefined {
  switch (type.kind) {
    case 'primitive':
      return { kind: 'alias', type: type.name };
    case 'name': {
      const id = followName(types, type);
      return id === undefined ? undefined : { kind: 'alias', type: id };
    }
    case 'list':
      return {
        kind: 'list',
        element: typeRef(types, type.element, gate),
        size: type.size,
      };
    case 'map': {
      const key = typeRef(types, type.key, gate);
      const value = typeRef(types, type.value, gate);
      if (!MAP_KEYS.has(key)) {
        types.log.at(
          types.list.file,
          'invalid-map-key',
          type,
          `invalid map key type: map keys must be ${MAP_KEY_LIST}`,
        );
      }
      return { kind: 'map', key, value };
    }
    case 'tuple':
      return { kind: 'tuple', types: type.types.map((inner) => typeRef(types, inner, gate)) };
    case 'option':
      return { kind: 'option', type: typeRef(types, type.type, gate) };
    case 'result':
      return { kind: 'result', ok: optional(types, type.ok, gate), err: optional(types, type.err, gate) };
    case 'future':
    case 'stream':
      return { kind: type.kind, type: optional(types, type.type, gate) };
    case 'own':
    case 'borrow': {
      const resource = handleTo(types, type.resource);
      return resource === undefined ? undefined : { kind: type.kind, resource };
    }
    case 'unknown':
      return undefined;
  }
}

const MAP_KEY_LIST = 'bool, u8, u16, u32, u64, s8, s16, s32, s64, char, or string';
const MAP_KEYS = new Set<TypeRef>(['unknown', ...(MAP_KEY_LIST.split(/, (?:or )?/) as ast.Primitive[])]);

function followName(types: TypeReading, name: ast.Ident): number | undefined {
  const found = types.scope.get(name.name);
  if (typeof found === 'number') {
    addTypeTarget(types.draft, name, found);
    return found;
  }
  if (found === 'function') {
    const message = `cannot use function \`${name.name}\` as a type`;
    types.log.on(name, 'not-a-type', message);
  } else if (found === undefined) reportUnknownType(types, name, 'name', () => types.scope.names());
  return undefined;
}

function handleTo(types: TypeReading, name: ast.Ident): number | undefined {
  const id = followName(types, name);
  if (id === undefined) return undefined;
  const { is, root } = types.draft.types.handleTarget(id);
  if (is === 'foreign') types.draft.handles.push({ type: root, place: name });
  if (is !== 'no') return id;
  const message = `type \`${name.name}\` used in a handle must be a resource`;
  types.log.on(name, 'not-a-resource', message);
  return undefined;
}

function reportUnknownType(
  types: TypeReading,
  name: ast.Ident,
  what: 'type' | 'name',
  known: () => Iterable<string>,
): void {
  if (types.list.file.lost.has(name.name) || types.draft.unknown.has(name)) return;
  types.draft.unknown.add(name);
  types.log.on(name, 'unknown-type', `${what} \`${name.name}\` does not exist`, {
    hint: () => unknownHint(types, name.name, known()),
  });
}

function unknownHint({ draft }: TypeReading, name: string, known: Iterable<string>): string | undefined {
  const present = presentName(name);
  if (present) return `the type \`${name}\` is called \`${present}\` now`;
  for (const { decl, name: interfaceName } of draft.interfaces) {
    if (!interfaceName || decl?.kind !== 'interface') continue;
    const isThere = decl.items.some(
      (item) => item.kind !== 'use' && item.kind !== 'func' && item.name.name === name,
    );
    if (isThere) return `interface \`${interfaceName}\` has it: add \`use ${interfaceName}.{${name}};\``;
  }
  return didYouMean(name, [...known, ...BUILT_IN]);
}
