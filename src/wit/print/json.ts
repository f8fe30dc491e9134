import { allCommentText, commentsAbove } from '../describe/docs.ts';
import type {
  Case,
  Field,
  Flag,
  FuncDef,
  Gate,
  Place,
  Resolved,
  TypeDef,
  TypeKind,
  WorldDef,
  WorldEntry,
  WorldKey,
} from '../resolve/resolved.ts';

type Json = string | number | null | Json[] | { [key: string]: Json };

/**
 * The reference tool's JSON of resolved packages (`wasm-tools component wit --json`): the same arrays, order,
 * indices and keys. Its documentation counts every comment, as the reference does.
 */
export function toJson(resolved: Resolved): Json {
  return {
    worlds: resolved.worlds.map(worldJson),
    interfaces: resolved.interfaces.map((def) => ({
      name: def.name,
      types: Object.fromEntries(def.types),
      functions: Object.fromEntries([...def.functions].map(([name, func]) => [name, funcJson(func)])),
      ...docs(def.place, def.decl),
      ...stability(def.gate),
      package: def.package,
      ...(def.cloneOf !== undefined && { clone_of: def.cloneOf }),
    })),
    types: resolved.types.map(typeJson),
    packages: resolved.packages.map((def) => ({
      name: def.id,
      ...packageDocs(def),
      interfaces: Object.fromEntries(def.interfaces),
      worlds: Object.fromEntries(def.worlds),
    })),
  };
}

function packageDocs({ headers, files, place }: Resolved['packages'][number]): { [key: string]: Json } {
  const found = headers.map((header) => {
    const file = files.find((each) => each.header === header) ?? place.file;
    return docs({ ...place, file }, header);
  });
  return found.find((each) => 'docs' in each) ?? {};
}

function docs(place: Place | undefined, decl: { start: number } | undefined): { [key: string]: Json } {
  if (!place || !decl) return {};
  const comments = commentsAbove(place.file.tokens, decl.start);
  return comments.length === 0
    ? {}
    : { docs: { contents: allCommentText(place.file.source.text, comments) } };
}

function stability(gate: Gate | undefined): { [key: string]: Json } {
  const deprecated: { [key: string]: Json } =
    gate?.deprecated === undefined ? {} : { deprecated: gate.deprecated };
  if (gate?.since !== undefined) return { stability: { stable: { since: gate.since, ...deprecated } } };
  if (gate?.unstable !== undefined)
    return { stability: { unstable: { feature: gate.unstable, ...deprecated } } };
  return {};
}

function externalId(id: string | undefined): { [key: string]: Json } {
  return id === undefined ? {} : { external_id: id };
}

function worldJson(def: WorldDef): Json {
  return {
    name: def.name,
    imports: entriesJson(def.imports),
    exports: entriesJson(def.exports),
    package: def.package,
    ...docs(def.place, def.decl),
    ...stability(def.gate),
  };
}

function entriesJson(entries: ReadonlyMap<WorldKey, WorldEntry>): Json {
  return Object.fromEntries(
    [...entries].map(([key, entry]) => [
      typeof key === 'number' ? `interface-${key}` : key,
      entryJson(entry),
    ]),
  );
}

function entryJson(entry: WorldEntry): Json {
  switch (entry.kind) {
    case 'function':
      return { function: funcJson(entry.function) };
    case 'type':
      return { type: entry.type };
    case 'interface':
      return {
        interface: {
          id: entry.interface,
          ...stability(entry.gate),
          ...externalId(entry.externalId),
          ...docs(entry.decl && entry.place, entry.decl),
        },
      };
  }
}

function funcJson(func: FuncDef): Json {
  const kind = func.async ? `async-${func.kind}` : func.kind;
  return {
    name: func.name,
    kind: func.resource === undefined ? kind : { [kind]: func.resource },
    params: func.params.map(({ name, type }) => ({ name, type })),
    ...(func.result !== null && { result: func.result }),
    ...docs(func.place, func.decl),
    ...stability(func.gate),
    ...externalId(func.externalId),
  };
}

function typeJson(def: TypeDef): Json {
  return {
    name: def.name,
    kind: kindJson(def.kind),
    owner: def.owner === null ? null : { ...def.owner },
    // A `use` has no documentation of its own.
    ...(def.decl?.kind === 'use' ? {} : docs(def.place, def.decl)),
    ...stability(def.gate),
    ...externalId(def.externalId),
  };
}

function kindJson(kind: TypeKind): Json {
  const members = (list: (Flag | Field | Case)[]) =>
    list.map(({ name, place, type }) => ({
      name,
      ...(type !== undefined && { type }),
      ...docs(place, place),
    }));
  switch (kind.kind) {
    case 'record':
      return { record: { fields: members(kind.fields) } };
    case 'variant':
      return { variant: { cases: members(kind.cases) } };
    case 'enum':
      return { enum: { cases: members(kind.cases) } };
    case 'flags':
      return { flags: { flags: members(kind.flags) } };
    case 'own':
    case 'borrow':
      return { handle: { [kind.kind]: kind.resource } };
    case 'list':
      return kind.size === undefined
        ? { list: kind.element }
        : { 'fixed-length-list': [kind.element, kind.size] };
    case 'map':
      return { map: [kind.key, kind.value] };
    case 'tuple':
      return { tuple: { types: kind.types } };
    case 'result':
      return { result: { ok: kind.ok, err: kind.err } };
    case 'option':
    case 'future':
    case 'stream':
      return { [kind.kind]: kind.type };
    case 'alias':
      return { type: kind.type };
    default:
      return kind.kind;
  }
}
