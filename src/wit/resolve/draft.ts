import type * as ast from '../ast.ts';
import { didYouMean } from '../nearest.ts';
import type { Gate, InterfaceDef, Place, Target, WorldDef } from '../resolved.ts';
import { gateOf } from './gates.ts';
import type { Log } from './log.ts';
import { packageOfPath } from './package-name.ts';
import { readInterface } from './read-interface.ts';
import { readWorld } from './read-world.ts';
import type { DeclList, PackageSource } from './sources.ts';
import { toposort } from './toposort.ts';
import { TypeTable } from './type-table.ts';

/** An interface or world of this or another package, by its index in the draft. */
export type Item = { interface: number } | { world: number };

/** What a name stands for inside an interface or world; `unknown` after a mistake that has been reported. */
export type Entry = { type: number; place: Place } | 'function' | 'unknown';
export type Scope = Map<string, Entry>;

/** A package that this one refers to. */
export interface Foreign {
  /** Where it is first referred to. */
  place: Place;
  /** What is wanted of it, with the gate of each reference. */
  items: Map<string, { item: Item; gates: (Gate | undefined)[]; name: Place }>;
}

/** An include that waits until the included world is known. */
export interface PendingInclude {
  world: number;
  decl: ast.Include;
  gate?: Gate;
  place: Place;
}

/**
 * A package read on its own: what it takes from other packages are placeholders, which come first in each
 * list. Indices are those of this draft until it is linked.
 */
export interface Draft {
  source: PackageSource;
  types: TypeTable;
  interfaces: InterfaceDef[];
  worlds: WorldDef[];
  /** By `ns:name@version`, in the order of first use. */
  foreign: Map<string, Foreign>;
  foreignInterfaces: number;
  foreignWorlds: number;
  foreignTypes: number;
  /** The names in each interface, by its index. */
  scopes: Scope[];
  /** Names that have been reported as unknown. */
  unknown: Set<ast.Ident>;
  /** The interfaces that have been read. */
  read: Set<number>;
  includes: Map<number, PendingInclude[]>;
  /** Handles to types of other packages, which have to be resources. */
  handles: { type: number; place: Place }[];
  targets: { ident: ast.Ident; target: Target }[];
  /** Names of the whole package. */
  items: Map<string, Item>;
  /** Names of each file, by its index. */
  fileItems: Map<string, Item>[];
}

/** What the readers of interfaces and worlds work on: the draft, and the file that they are in. */
export interface Reading {
  draft: Draft;
  log: Log;
  list: DeclList;
  index: number;
}

/** A path that is followed somewhere, in the order in which the reference tool meets it. */
interface Path {
  /** The interface or world that depends on it; undefined where the order does not matter. */
  from?: string;
  path: ast.UsePath;
  attributes: readonly ast.Attribute[];
  names?: ast.Use['names'];
  to: 'interface' | 'world';
}

/** Reads one package: its names, the order of its interfaces and worlds, its types and functions. */
export function draftPackage(source: PackageSource, log: Log): Draft {
  const draft: Draft = {
    source,
    types: new TypeTable(),
    interfaces: [],
    worlds: [],
    foreign: new Map(),
    foreignInterfaces: 0,
    foreignWorlds: 0,
    foreignTypes: 0,
    scopes: [],
    unknown: new Set(),
    read: new Set(),
    includes: new Map(),
    handles: [],
    targets: [],
    items: new Map(),
    fileItems: [],
  };
  const paths = source.lists.map(({ items }) => {
    const found: Path[] = [];
    for (const item of items) addPaths(item, found);
    return found;
  });
  for (const [index, list] of source.lists.entries()) addForeignItems(draft, list.file, paths[index] ?? []);
  draft.foreignInterfaces = draft.interfaces.length;
  draft.foreignWorlds = draft.worlds.length;
  const decls = orderItems(draft, paths, log);
  for (const [index, list] of source.lists.entries()) {
    addForeignTypes({ draft, log, list, index }, paths[index] ?? []);
  }
  draft.foreignTypes = draft.types.types.length;
  for (const { decl, id, list, index } of decls) {
    if (decl.kind === 'interface') readInterface({ draft, log, list, index }, id, decl.items);
  }
  for (const { decl, id, list, index } of decls) {
    if (decl.kind === 'world') readWorld({ draft, log, list, index }, id, decl);
  }
  return draft;
}

/** Adds all paths of a top-level item. A world's imports are met before its exports. */
function addPaths(item: ast.TopLevelItem, paths: Path[]): void {
  switch (item.kind) {
    case 'interface':
      addUses(item.items, item.name.name, paths);
      break;
    case 'top-level-use':
      paths.push({ path: item.path, attributes: item.attributes, to: 'interface' });
      break;
    case 'world': {
      const externs: Record<ast.Extern['kind'], Path[]> = { import: [], export: [] };
      for (const inner of item.items) {
        const { attributes } = inner;
        if (inner.kind === 'use') addUse(inner, undefined, paths);
        else if (inner.kind === 'include') {
          paths.push({ from: item.name.name, path: inner.path, attributes, to: 'world' });
        } else if (inner.kind === 'import' || inner.kind === 'export') {
          const { what } = inner;
          if (what.kind === 'interface') addUses(what.items, undefined, externs[inner.kind]);
          else if (what.kind !== 'func')
            externs[inner.kind].push({ path: what.path, attributes, to: 'interface' });
        }
      }
      for (const path of externs.import) paths.push(path);
      for (const path of externs.export) paths.push(path);
    }
  }
}

function addUses(items: readonly ast.InterfaceItem[], from: string | undefined, paths: Path[]): void {
  for (const item of items) if (item.kind === 'use') addUse(item, from, paths);
}

function addUse({ path, attributes, names }: ast.Use, from: string | undefined, paths: Path[]): void {
  paths.push({ from, path, attributes, names, to: 'interface' });
}

function addForeignItems(draft: Draft, file: ast.Ast, paths: Path[]): void {
  for (const { path, attributes, to } of paths) {
    if (!path.package) continue;
    const text = packageOfPath(path) ?? '';
    let foreign = draft.foreign.get(text);
    if (!foreign) {
      foreign = { place: at(file, path.package), items: new Map() };
      draft.foreign.set(text, foreign);
    }
    let wanted = foreign.items.get(path.name.name);
    if (!wanted) {
      const place = at(file, path.name);
      const item =
        to === 'world'
          ? { world: addWorld(draft, '', place) }
          : { interface: addInterface(draft, null, place, new Map()) };
      wanted = { item, gates: [], name: place };
      foreign.items.set(path.name.name, wanted);
    }
    wanted.gates.push(gateOf(attributes));
  }
}

/** Remembers what an identifier refers to. */
export function addTarget({ targets }: Draft, ident: ast.Ident, target: Target): void {
  targets.push({ ident, target });
}

/** A stretch of a file as a place. */
export function at(file: ast.Ast, { start, end }: ast.Range): Place {
  return { file, start, end };
}

/** The names in an interface before it is read; nothing is ever added to it. */
const UNREAD: Scope = new Map();

/** Adds an interface without content and gives its index. */
export function addInterface(draft: Draft, name: string | null, place: Place, scope: Scope = UNREAD): number {
  draft.scopes.push(scope);
  return draft.interfaces.push({ name, types: new Map(), functions: new Map(), package: -1, place }) - 1;
}

function addWorld(draft: Draft, name: string, place: Place): number {
  return (
    draft.worlds.push({ name, imports: new Map(), exports: new Map(), package: -1, place, includes: [] }) - 1
  );
}

interface Declaration {
  decl: ast.InterfaceDecl | ast.WorldDecl;
  id: number;
  list: DeclList;
  index: number;
}

/** Finds the names of the package and of each file, and the order in which interfaces and worlds are read. */
function orderItems(draft: Draft, paths: Path[][], log: Log): Declaration[] {
  const { lists } = draft.source;
  const declared = new Map<string, Omit<Declaration, 'id'>>();
  for (const [index, list] of lists.entries()) {
    for (const decl of list.items) {
      if (decl.kind !== 'interface' && decl.kind !== 'world') continue;
      const { name } = decl.name;
      if (declared.has(name))
        log.at(list.file, 'duplicate-item', decl.name, `duplicate item named \`${name}\``);
      else declared.set(name, { decl, list, index });
    }
  }
  const edges = new Map<string, ItemEdge[]>([...declared.keys()].map((name) => [name, []]));
  const aliases = lists.map((list) => fileNames(list, log));
  for (const [index, { file }] of lists.entries()) {
    for (const { from, path } of paths[index] ?? []) {
      if (path.package || from === undefined) continue;
      const alias = aliases[index]?.get(path.name.name);
      if (alias === 'foreign') continue;
      const name = alias ?? path.name;
      if (declared.has(name.name)) edges.get(from)?.push({ ...name, file });
      else reportUnknownItem(log, file, name, declared.keys(), aliases[index]?.keys());
    }
  }
  const { order, faults } = toposort(edges);
  for (const { edge } of faults) {
    log.at(edge.file, 'depends-on-itself', edge, `interface or world \`${edge.name}\` depends on itself`);
  }
  const ids = new Map<string, Item>();
  const decls: Declaration[] = [];
  // What is in a circle is read too, in the order of the text, so that its own mistakes are told.
  for (const name of faults.length > 0 ? new Set([...order, ...declared.keys()]) : order) {
    const found = declared.get(name);
    if (!found) continue;
    const { decl, list } = found;
    const place = at(list.file, decl.name);
    const isInterface = decl.kind === 'interface';
    const id = isInterface ? addInterface(draft, name, place) : addWorld(draft, name, place);
    const def = isInterface ? draft.interfaces[id] : draft.worlds[id];
    const gate = gateOf(decl.attributes);
    if (def) Object.assign(def, { decl, gate });
    ids.set(name, isInterface ? { interface: id } : { world: id });
    decls.push({ ...found, id });
  }
  for (const [index, { file, items }] of lists.entries()) {
    const names = new Map<string, Item>();
    for (const item of items) {
      if (item.kind === 'package') continue;
      const name = item.kind === 'top-level-use' ? (item.as ?? item.path.name) : item.name;
      const target =
        item.kind === 'top-level-use' ? followUse(draft, file, item, ids, log) : ids.get(name.name);
      if (!target || names.has(name.name)) continue;
      names.set(name.name, target);
      if (item.kind === 'top-level-use') addTarget(draft, item.path.name, target);
      else draft.items.set(name.name, target);
    }
    draft.fileItems[index] = names;
  }
  return decls;
}

interface ItemEdge extends ast.Ident {
  file: ast.Ast;
}

function followUse(
  draft: Draft,
  file: ast.Ast,
  { path }: ast.TopLevelUse,
  ids: ReadonlyMap<string, Item>,
  log: Log,
): Item | undefined {
  const pkg = packageOfPath(path);
  if (pkg !== undefined) return draft.foreign.get(pkg)?.items.get(path.name.name)?.item;
  const target = ids.get(path.name.name);
  if (!target) reportUnknownItem(log, file, path.name, ids.keys());
  return target;
}

/** The names in a file, and where each leads: to an interface or world of the package, or out of it. */
function fileNames({ file, items }: DeclList, log: Log): Map<string, ast.Ident | 'foreign'> {
  const names = new Map<string, ast.Ident | 'foreign'>();
  const used = new Set<string>();
  for (const item of items) {
    if (item.kind === 'package') continue;
    const isUse = item.kind === 'top-level-use';
    const name = isUse ? (item.as ?? item.path.name) : item.name;
    if (!names.has(name.name)) {
      names.set(name.name, isUse ? (item.path.package ? 'foreign' : item.path.name) : item.name);
      if (isUse) used.add(name.name);
    } else if (isUse || used.has(name.name)) {
      // Two declarations of one name are reported as that.
      log.at(file, 'duplicate-name-in-file', name, `duplicate name \`${name.name}\` in this file`);
    }
  }
  return names;
}

/** Reports that a path leads nowhere, once for each place; silent about names that could not be read. */
export function reportUnknownItem(
  log: Log,
  file: ast.Ast,
  name: ast.Ident,
  known: Iterable<string>,
  more: Iterable<string> = [],
): void {
  if (file.lost.has(name.name)) return;
  log.at(file, 'unknown-interface', name, `interface or world \`${name.name}\` does not exist`, {
    hint: () => didYouMean(name.name, [...known, ...more]),
  });
}

/** Placeholders for the types that are used from other packages. */
function addForeignTypes(reading: Reading, paths: Path[]): void {
  const { draft, list } = reading;
  for (const { path, attributes, names } of paths) {
    if (!names) continue;
    const item = findItem(reading, path, true);
    if (!item || !('interface' in item) || item.interface >= draft.foreignInterfaces) continue;
    const scope = draft.scopes[item.interface];
    const gate = gateOf(attributes);
    for (const { name } of names) {
      if (!scope || scope.has(name.name)) continue;
      const place = at(list.file, name);
      const owner = { interface: item.interface };
      const type = draft.types.add({
        name: name.name,
        kind: { kind: 'foreign' },
        owner,
        place,
        gate,
      });
      scope.set(name.name, { type, place });
      draft.interfaces[item.interface]?.types.set(name.name, type);
    }
  }
}

/** What a path leads to, reported when it leads nowhere. */
export function findItem(
  { draft, log, list, index }: Reading,
  path: ast.UsePath,
  quiet = false,
): Item | undefined {
  const pkg = packageOfPath(path);
  if (pkg !== undefined) return draft.foreign.get(pkg)?.items.get(path.name.name)?.item;
  const names = draft.fileItems[index];
  const item = names?.get(path.name.name) ?? draft.items.get(path.name.name);
  if (!item && !quiet) {
    reportUnknownItem(log, list.file, path.name, draft.items.keys(), names?.keys());
  }
  return item;
}

/** The interface that a path leads to. */
export function findInterface(reading: Reading, path: ast.UsePath): number | undefined {
  const item = findItem(reading, path);
  if (!item) return undefined;
  addTarget(reading.draft, path.name, item);
  if ('interface' in item) return item.interface;
  const message = `name \`${path.name.name}\` is defined as a world, not an interface`;
  reading.log.at(reading.list.file, 'not-an-interface', path.name, message);
  return undefined;
}

/** The world that a path leads to. */
export function findWorld(reading: Reading, path: ast.UsePath): number | undefined {
  const item = findItem(reading, path);
  if (!item) return undefined;
  addTarget(reading.draft, path.name, item);
  if ('world' in item) return item.world;
  const message = `name \`${path.name.name}\` is defined as an interface, not a world`;
  reading.log.at(reading.list.file, 'not-a-world', path.name, message, {
    hint: 'import or export it instead',
  });
  return undefined;
}
