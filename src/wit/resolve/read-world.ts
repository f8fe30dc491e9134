import type * as ast from '../syntax/ast.ts';
import { addInterface, addOwner, findInterface, findWorld, type Reading } from './draft.ts';
import { externalIdOf, gateOf } from './gates.ts';
import { readFunc, readInterface, readResourceFuncs } from './read-interface.ts';
import { defineTypes, type TypeReading } from './read-types.ts';
import { FunctionEntry, InterfaceEntry, type WorldDef, type WorldEntry, type WorldKey } from './resolved.ts';
import { Scope } from './scope.ts';

/** Fills a world of the draft with what its items declare. Includes wait until the draft is linked. */
export function readWorld(reading: Reading, id: number, decl: ast.WorldDecl): void {
  const def = reading.draft.worlds[id];
  if (!def) return;
  const scope = new Scope(new Map());
  const owner = addOwner(reading.draft, { world: id });
  const types: TypeReading = { ...reading, scope, owner, imports: def.imports };
  defineTypes(types, decl.items);
  for (const item of decl.items) if (item.kind === 'include') addInclude(reading, id, item);
  const taken = { import: new Set<number>(), export: new Set<number>() };
  for (const item of decl.items) {
    if (item.kind === 'resource') {
      for (const func of readResourceFuncs(types, item)) {
        def.imports.set(func.name, new FunctionEntry(func));
      }
    } else if (item.kind === 'import' || item.kind === 'export')
      addExtern(types, def, item, taken[item.kind]);
  }
}

function addInclude(reading: Reading, world: number, decl: ast.Include): void {
  const included = findWorld(reading, decl.path);
  if (included === undefined) return;
  const gate = gateOf(decl.attributes);
  const pending = reading.draft.includes.get(world) ?? [];
  pending.push({
    world: included,
    decl,
    gate,
    place: decl.path.name,
  });
  reading.draft.includes.set(world, pending);
}

function addExtern(types: TypeReading, def: WorldDef, decl: ast.Extern, taken: Set<number>): void {
  const { log } = types;
  const name = decl.what.kind === 'path' ? decl.what.path.name : decl.what.name;
  const entry = readExtern(types, decl);
  if (!entry) return;
  let key: WorldKey = name.name;
  if (entry.kind === 'interface' && decl.what.kind === 'path') {
    key = entry.interface;
    if (taken.has(entry.interface)) {
      const message = `interface cannot be ${decl.kind}ed more than once`;
      log.on(name, 'interface-twice', message, {
        hint: `give it a name of its own: \`${decl.kind} other-name: ${pathText(decl.what.path)};\``,
      });
      return;
    }
    taken.add(entry.interface);
  }
  const entries = decl.kind === 'import' ? def.imports : def.exports;
  const prior = entries.get(key);
  if (prior) {
    const what = prior.kind === 'function' ? 'func' : prior.kind;
    const message = `${decl.kind} \`${name.name}\` conflicts with prior ${what} of same name`;
    log.on(name, 'world-conflict', message);
    return;
  }
  entries.set(key, entry);
}

function pathText({ package: pkg, name }: ast.UsePath): string {
  return pkg ? `${pkg.namespace.name}:${pkg.name.name}/${name.name}` : name.name;
}

function readExtern(types: TypeReading, decl: ast.Extern): WorldEntry | undefined {
  const { draft } = types;
  const { what } = decl;
  const gate = gateOf(decl.attributes);
  const externalId = externalIdOf(decl.attributes);
  switch (what.kind) {
    case 'func': {
      const func = readFunc(types, { ...decl, what }, what.name.name, 'freestanding');
      func.decl = decl;
      return new FunctionEntry(func);
    }
    case 'interface': {
      const id = addInterface(draft, null, what.name, decl);
      readInterface(types, id, what.items);
      return new InterfaceEntry(id, gate, what.name, externalId);
    }
    default: {
      const id = findInterface(types, what.path);
      if (id === undefined) return undefined;
      const place = what.kind === 'named-path' ? what.name : what.path.name;
      return new InterfaceEntry(id, gate, place, externalId, decl);
    }
  }
}
