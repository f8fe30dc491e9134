import { didYouMean } from '../../nearest.ts';
import type * as ast from '../syntax/ast.ts';
import { gateDump, gateText, sameGate } from './gates.ts';
import { mapParts } from './parts-of.ts';
import type {
  FuncDef,
  InterfaceDef,
  Owner,
  Place,
  TypeKind,
  TypeRef,
  WorldDef,
  WorldEntry,
  WorldKey,
} from './resolved.ts';
import { addType, type Whole } from './whole.ts';

export interface LinkedInclude {
  world: number;
  decl: ast.Include;
  place: Place;
}

/** Copies into a world what it includes, which has been elaborated, under the new names that are asked for. */
export function includeWorld(whole: Whole, id: number, include: LinkedInclude): void {
  const world = whole.worlds[id];
  const from = whole.worlds[include.world];
  if (!world || !from) return;
  world.includes.push(include.world);
  checkNames(whole, from, include);
  const names = new Map(include.decl.names.toReversed().map(({ name, as }) => [name.name, as.name]));
  const copy = new Copy(whole, { world: include.world }, { world: id }, world.package);
  const isForeign = from.package !== world.package;
  for (const side of ['imports', 'exports'] as const) {
    for (const [key, entry] of from[side]) {
      if (typeof key === 'number') bringInterface(whole, world[side], key, entry, isForeign, include.place);
      else {
        const [kind, bare, rest] = splitName(key);
        const name = kind + (names.get(bare) ?? bare) + rest;
        bringNamed(whole, copy, world[side], { key, name }, entry, include.place, side);
      }
    }
  }
}

/** The parts of an item's name, of which `with` renames the second: `a as b` makes `[method]a.f` into `[method]b.f`. */
function splitName(name: string): [kind: string, name: string, rest: string] {
  const [, kind = '', bare = name, rest = ''] = /^(\[[^\]]*\])([^.]*)(.*)$/.exec(name) ?? [];
  return [kind, bare, rest];
}

function checkNames(whole: Whole, from: WorldDef, { decl, place }: LinkedInclude): void {
  if (decl.names.length === 0) return;
  const keys = [...from.imports.keys(), ...from.exports.keys()];
  const names = keys.filter((key) => typeof key === 'string');
  const known = new Set(names.map((name) => splitName(name)[1]));
  const unmatched = decl.names.filter(({ name }) => !known.has(name.name));
  for (const [index, { name, as }] of unmatched.entries()) {
    const isInterface = () =>
      keys.some((key) => typeof key === 'number' && whole.interfaces[key]?.name === name.name);
    const hint = () =>
      isInterface()
        ? `\`${name.name}\` comes in by the name of its interface, which stays as it is`
        : didYouMean(name.name, names);
    const message = `no import or export kebab-name \`${name.name}\`. Note that an ID does not support renaming`;
    // The first is told where the reference tool tells it: at the path.
    const at = index === 0 ? { ...place, end: as.end } : { ...place, start: name.start, end: as.end };
    whole.log.on(at, 'include-rename', message, { hint });
  }
}

function bringNamed(
  whole: Whole,
  copy: Copy,
  entries: Map<WorldKey, WorldEntry>,
  { key, name }: { key: string; name: string },
  entry: WorldEntry,
  place: Place,
  side: 'imports' | 'exports',
): void {
  const copied = copy.entry(entry);
  if (copied.kind === 'function') copied.function.name = name;
  const type = copied.kind === 'type' ? whole.types[copied.type] : undefined;
  if (type) type.name = name;
  if (entries.has(name)) {
    const what = side === 'imports' ? 'import' : 'export';
    whole.log.on(place, 'include-conflict', `${what} of \`${name}\` shadows previously ${what}ed items`, {
      hint: `give it another name: \`include .. with { ${key} as other-name }\``,
    });
  } else entries.set(name, copied);
}

function bringInterface(
  whole: Whole,
  entries: Map<WorldKey, WorldEntry>,
  key: number,
  entry: WorldEntry,
  isForeign: boolean,
  place: Place,
): void {
  if (entry.kind !== 'interface') return;
  let own = entries.get(key);
  if (!own) {
    own = { ...entry };
    entries.set(key, own);
  }
  if (own.kind !== 'interface') return;
  if (isForeign && entry.gate?.since !== undefined) {
    // Since which version of the other package something is there says nothing about this one.
    own.gate = undefined;
  } else if (entry.gate && !own.gate) own.gate = entry.gate;
  else if (entry.gate && own.gate && !sameGate(entry.gate, own.gate)) {
    const message = `mismatch in stability from '${gateDump(entry.gate)}' to '${gateDump(own.gate)}'`;
    whole.log.on(entry.place ?? own.place ?? place, 'stability-mismatch', message, {
      hint: `what is included has ${gateText(entry.gate)}, and here it has ${gateText(own.gate)}: give both the same gate`,
    });
  }
}

/** Reports names in a world that differ only by case: brought together, no file has them both. */
export function checkCase(whole: Whole, id: number): void {
  const world = whole.worlds[id];
  if (!world) return;
  for (const side of ['import', 'export'] as const) {
    const seen = new Map<string, string>();
    for (const [key, entry] of world[`${side}s`]) {
      if (typeof key !== 'string') continue;
      const other = seen.get(key.toLowerCase());
      seen.set(key.toLowerCase(), key);
      if (other === undefined || other === key) continue;
      const message = `${side} \`${key}\` in world \`${world.name}\` conflicts with ${side} \`${other}\` (kebab-case identifiers are case-insensitive)`;
      whole.log.on(entry.place ?? world.place, 'case-conflict', message);
    }
  }
}

/** Copies what belongs to one world or interface so that it belongs to another. Each type is copied once. */
class Copy {
  readonly #whole: Whole;
  readonly #from: Owner;
  readonly #to: Owner;
  readonly #package: number;
  /** The copies made so far. Types without a name may be shared by what is in the world and in its interfaces. */
  readonly #types: Map<number, number>;

  constructor(whole: Whole, from: Owner, to: Owner, pkg: number, types = new Map<number, number>()) {
    this.#whole = whole;
    this.#from = from;
    this.#to = to;
    this.#package = pkg;
    this.#types = types;
  }

  entry(entry: WorldEntry): WorldEntry {
    switch (entry.kind) {
      case 'type':
        return { ...entry, type: this.#type(entry.type) };
      case 'function':
        return { ...entry, function: this.#func(entry.function) };
      default:
        return { ...entry, interface: this.#interface(entry.interface) };
    }
  }

  #type(id: number): number {
    const known = this.#types.get(id);
    if (known !== undefined) return known;
    const def = this.#whole.types[id];
    if (!def) return id;
    const kind = this.#kind(def.kind);
    const owner = def.owner === null ? null : this.#to;
    const copied = addType(this.#whole, { ...def, kind, owner }, this.#whole.hasBorrow[id]);
    this.#types.set(id, copied);
    return copied;
  }

  #kind(kind: TypeKind): TypeKind {
    const ref = (type: TypeRef) => (typeof type === 'number' ? this.#type(type) : type);
    switch (kind.kind) {
      case 'alias':
        if (typeof kind.type !== 'number') return kind;
        return this.#isOwn(kind.type)
          ? { ...kind, type: ref(kind.type) }
          : { ...kind, type: this.#types.get(kind.type) ?? kind.type };
      case 'own':
      case 'borrow':
        return { ...kind, resource: this.#type(kind.resource) };
      default: {
        const copied = { ...kind };
        if (copied.kind === 'record') copied.fields = copied.fields.map((field) => ({ ...field }));
        if (copied.kind === 'variant') copied.cases = copied.cases.map((each) => ({ ...each }));
        mapParts(copied, ref);
        return copied;
      }
    }
  }

  #isOwn(id: number): boolean {
    const owner = this.#whole.types[id]?.owner;
    if (!owner || !this.#from) return owner === this.#from;
    if ('world' in owner) return 'world' in this.#from && owner.world === this.#from.world;
    return 'interface' in this.#from && owner.interface === this.#from.interface;
  }

  #func(func: FuncDef): FuncDef {
    const ref = (type: TypeRef) => (typeof type === 'number' ? this.#type(type) : type);
    const resource = func.resource === undefined ? undefined : this.#type(func.resource);
    return {
      ...func,
      ...(resource !== undefined && { resource }),
      params: func.params.map(({ name, type }) => ({ name, type: ref(type) })),
      result: func.result === null ? null : ref(func.result),
    };
  }

  #interface(id: number): number {
    const def = this.#whole.interfaces[id];
    // Only what is declared in place belongs to the world; a labelled interface stays the one that it is.
    if (!def || def.name !== null) return id;
    const copied = this.#whole.interfaces.length;
    const inner = new Copy(this.#whole, { interface: id }, { interface: copied }, this.#package, this.#types);
    const types = new Map([...def.types].map(([name, type]) => [name, inner.#type(type)]));
    const functions = new Map([...def.functions].map(([name, func]) => [name, inner.#func(func)]));
    const made: InterfaceDef = { ...def, types, functions, package: this.#package, cloneOf: id };
    return this.#whole.interfaces.push(made) - 1;
  }
}
