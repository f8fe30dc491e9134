import { didYouMean } from '../../nearest.ts';
import * as ast from '../syntax/ast.ts';
import { gateOf } from './gates.ts';
import type { Log } from './log.ts';
import { packageOfPath } from './package-name.ts';
import { readInterface } from './read-interface.ts';
import { readWorld } from './read-world.ts';
import { type Gate, InterfaceDef, type Owner, type Place, TypeDef, WorldDef } from './resolved.ts';
import { Scope } from './scope.ts';
import type { DeclList, PackageSource } from './sources.ts';
import { toposort } from './toposort.ts';
import { TypeTable } from './type-table.ts';

/** An interface or world of this or another package, by its index in the draft. */
export type Item = { interface: number } | { world: number };

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
  /** What each type with a name belongs to: one for all types of an interface or world. */
  owners: NonNullable<Owner>[];
  /** Names that have been reported as unknown. */
  unknown: Set<ast.Ident>;
  /** The interfaces that have been read. */
  read: Set<number>;
  includes: Map<number, PendingInclude[]>;
  /** Handles to types of other packages, which have to be resources. */
  handles: { type: number; place: Place }[];
  /** Identifiers that refer to something. */
  idents: ast.Ident[];
  /** What each of `idents` refers to: the index of a type, interface or world, and which it is. */
  targets: number[];
  /** The interfaces and worlds of the package by their names. */
  items: Map<string, Item>;
  /** What the top-level `use` of each file brings in, by the file's index. */
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
    owners: [],
    unknown: new Set(),
    read: new Set(),
    includes: new Map(),
    handles: [],
    idents: Array.of(),
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
      foreign = { place: new ast.SourceRange(file, path.package), items: new Map() };
      draft.foreign.set(text, foreign);
    }
    let wanted = foreign.items.get(path.name.name);
    if (!wanted) {
      const { name } = path;
      const item =
        to === 'world'
          ? { world: addWorld(draft, '', name) }
          : { interface: addInterface(draft, null, name) };
      wanted = { item, gates: [], name };
      foreign.items.set(name.name, wanted);
    }
    wanted.gates.push(gateOf(attributes));
  }
}

/** What an identifier may refer to. */
export const TARGETS = ['type', 'interface', 'world'] as const;

/** Remembers that an identifier refers to a type. */
export function addTypeTarget({ idents, targets }: Draft, ident: ast.Ident, type: number): void {
  idents.push(ident);
  targets.push(type * TARGETS.length);
}

function addTarget({ idents, targets }: Draft, ident: ast.Ident, item: Item): void {
  idents.push(ident);
  targets.push('interface' in item ? item.interface * TARGETS.length + 1 : item.world * TARGETS.length + 2);
}

/** What the types of an interface or world of the draft belong to, once it is linked too. */
export function addOwner({ owners }: Draft, owner: NonNullable<Owner>): Owner {
  owners.push(owner);
  return owner;
}

/** Adds an interface without content and gives its index. */
export function addInterface(
  draft: Draft,
  name: string | null,
  place: Place,
  decl?: InterfaceDef['decl'],
): number {
  const def = new InterfaceDef(name, place, decl);
  draft.scopes.push(new Scope(def.types, def.functions));
  return draft.interfaces.push(def) - 1;
}

function addWorld(draft: Draft, name: string, place: Place, decl?: ast.WorldDecl): number {
  return draft.worlds.push(new WorldDef(name, place, decl)) - 1;
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
  const declared = new Map<string, Declaration>();
  for (const [index, list] of lists.entries()) {
    for (const decl of list.items) {
      if (decl.kind !== 'interface' && decl.kind !== 'world') continue;
      const { name } = decl.name;
      if (declared.has(name)) log.on(decl.name, 'duplicate-item', `duplicate item named \`${name}\``);
      else declared.set(name, { decl, id: -1, list, index });
    }
  }
  const edges = new Map<string, ast.Ident[]>();
  for (const [index, list] of lists.entries()) {
    const used = namesUsed(list, declared, log);
    for (const { from, path } of paths[index] ?? []) {
      if (path.package || from === undefined) continue;
      const use = used.get(path.name.name);
      if (use?.package) continue;
      const own = use ? undefined : declared.get(path.name.name);
      // As in the reference tool, a dependency inside a file is where the other item stands.
      const name = own?.list === list ? own.decl.name : (use?.name ?? path.name);
      if (!declared.has(name.name)) {
        reportUnknownItem(log, name, declared.keys(), used.keys());
        continue;
      }
      const others = edges.get(from);
      if (others) others.push(name);
      else edges.set(from, [name]);
    }
  }
  const names = [...declared.keys()];
  const { order, faults } = toposort(names, edges);
  for (const { edge } of faults) {
    log.on(edge, 'depends-on-itself', `interface or world \`${edge.name}\` depends on itself`);
  }
  const decls: Declaration[] = [];
  // What is in a circle is read too, in the order of the text, so that its own mistakes are told.
  for (const name of faults.length > 0 ? new Set([...order, ...names]) : order) {
    const found = declared.get(name);
    if (!found) continue;
    const { decl } = found;
    found.id =
      decl.kind === 'interface'
        ? addInterface(draft, name, decl.name, decl)
        : addWorld(draft, name, decl.name, decl);
    draft.items.set(name, decl.kind === 'interface' ? { interface: found.id } : { world: found.id });
    decls.push(found);
  }
  for (const { items } of lists) {
    const used = new Map<string, Item>();
    for (const item of items) {
      if (item.kind !== 'top-level-use') continue;
      const { name } = item.as ?? item.path.name;
      const target = followUse(draft, item, log);
      if (!target || used.has(name)) continue;
      used.set(name, target);
      addTarget(draft, item.path.name, target);
    }
    draft.fileItems.push(used);
  }
  return decls;
}

function followUse(draft: Draft, { path }: ast.TopLevelUse, log: Log): Item | undefined {
  const pkg = packageOfPath(path);
  if (pkg !== undefined) return draft.foreign.get(pkg)?.items.get(path.name.name)?.item;
  const target = draft.items.get(path.name.name);
  if (!target) reportUnknownItem(log, path.name, draft.items.keys());
  return target;
}

/** Where the top-level `use` of a file leads, by the names that it gives. */
function namesUsed(
  list: DeclList,
  declared: ReadonlyMap<string, Declaration>,
  log: Log,
): Map<string, ast.UsePath> {
  const used = new Map<string, ast.UsePath>();
  for (const item of list.items) {
    if (item.kind === 'package') continue;
    const isUse = item.kind === 'top-level-use';
    const name = isUse ? (item.as ?? item.path.name) : item.name;
    const own = declared.get(name.name);
    // Two declarations of one name are reported as that.
    const isTaken = isUse && own?.list === list && own.decl.start < item.start;
    if (isTaken || used.has(name.name)) {
      log.on(name, 'duplicate-name-in-file', `duplicate name \`${name.name}\` in this file`);
    } else if (isUse) used.set(name.name, item.path);
  }
  return used;
}

/** Reports that a path leads nowhere, once for each place; silent about names that could not be read. */
export function reportUnknownItem(
  log: Log,
  name: ast.Ident,
  known: Iterable<string>,
  more: Iterable<string> = [],
): void {
  if (name.file.lost.has(name.name)) return;
  log.on(name, 'unknown-interface', `interface or world \`${name.name}\` does not exist`, {
    hint: () => didYouMean(name.name, [...known, ...more]),
  });
}

/** Placeholders for the types that are used from other packages. */
function addForeignTypes(reading: Reading, paths: Path[]): void {
  const { draft } = reading;
  for (const { path, attributes, names } of paths) {
    if (!names) continue;
    const item = findItem(reading, path, true);
    if (!item || !('interface' in item) || item.interface >= draft.foreignInterfaces) continue;
    const known = draft.interfaces[item.interface]?.types;
    const gate = gateOf(attributes);
    for (const { name } of names) {
      if (!known || known.has(name.name)) continue;
      const owner = { interface: item.interface };
      known.set(name.name, draft.types.add(new TypeDef(name.name, { kind: 'foreign' }, owner, gate, name)));
    }
  }
}

/** What a path leads to, reported when it leads nowhere. */
export function findItem({ draft, log, index }: Reading, path: ast.UsePath, quiet = false): Item | undefined {
  const pkg = packageOfPath(path);
  if (pkg !== undefined) return draft.foreign.get(pkg)?.items.get(path.name.name)?.item;
  const names = draft.fileItems[index];
  const item = names?.get(path.name.name) ?? draft.items.get(path.name.name);
  if (!item && !quiet) {
    reportUnknownItem(log, path.name, draft.items.keys(), names?.keys());
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
  reading.log.on(path.name, 'not-an-interface', message);
  return undefined;
}

/** The world that a path leads to. */
export function findWorld(reading: Reading, path: ast.UsePath): number | undefined {
  const item = findItem(reading, path);
  if (!item) return undefined;
  addTarget(reading.draft, path.name, item);
  if ('world' in item) return item.world;
  const message = `name \`${path.name.name}\` is defined as an interface, not a world`;
  reading.log.on(path.name, 'not-a-world', message, {
    hint: 'import or export it instead',
  });
  return undefined;
}
