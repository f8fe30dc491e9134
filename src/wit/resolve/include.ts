import { nearest } from '../nearest.ts';
import type * as ast from '../syntax/ast.ts';
import { gateText, sameGate } from './gates.ts';
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
export function includeWorlds(whole: Whole, id: number, includes: readonly LinkedInclude[]): void {
  const world = whole.worlds[id];
  if (!world) return;
  for (const include of includes) {
    const from = whole.worlds[include.world];
    if (!from) continue;
    world.includes.push(include.world);
    checkNames(whole, from, include);
    const copy = new Copy(whole, { world: include.world }, { world: id }, world.package);
    const isForeign = from.package !== world.package;
    for (const side of ['imports', 'exports'] as const) {
      for (const [key, entry] of from[side]) {
        if (typeof key === 'number') bringInterface(whole, world[side], key, entry, isForeign);
        else
          bringNamed(whole, copy, world[side], key, entry, include, side === 'imports' ? 'import' : 'export');
      }
    }
  }
  checkCase(whole, world);
}

/** The new name of an item of the included world: `a as b` also makes `[method]a.f` into `[method]b.f`. */
function renamed(
  name: string,
  { name: { name: from }, as: { name: to } }: ast.Include['names'][number],
): string | undefined {
  if (name === from) return to;
  const [, kind, rest] = /^(\[[^\]]*\])(.*)$/.exec(name) ?? [];
  if (kind === undefined || rest === undefined) return undefined;
  if (rest === from) return kind + to;
  return rest.startsWith(`${from}.`) ? kind + to + rest.slice(from.length) : undefined;
}

function checkNames(whole: Whole, from: WorldDef, { decl, place }: LinkedInclude): void {
  const keys = [...from.imports.keys(), ...from.exports.keys()];
  const names = keys.filter((key) => typeof key === 'string');
  const unmatched = decl.names.filter((item) => !names.some((name) => renamed(name, item) !== undefined));
  for (const [index, { name, as }] of unmatched.entries()) {
    const isInterface = keys.some(
      (key) => typeof key === 'number' && whole.interfaces[key]?.name === name.name,
    );
    const meant = nearest(name.name, names);
    const hint = isInterface
      ? `\`${name.name}\` comes in by the name of its interface, which stays as it is`
      : meant && `did you mean \`${meant}\`?`;
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
  key: string,
  entry: WorldEntry,
  { decl, place }: LinkedInclude,
  side: 'import' | 'export',
): void {
  const rename = decl.names.map((item) => renamed(key, item)).find((found) => found !== undefined);
  const name = rename ?? key;
  const copied = copy.entry(entry);
  if (copied.kind === 'function') copied.function.name = name;
  const type = copied.kind === 'type' ? whole.types[copied.type] : undefined;
  if (type) type.name = name;
  if (entries.has(name)) {
    whole.log.on(place, 'include-conflict', `${side} of \`${name}\` shadows previously ${side}ed items`, {
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
  else if (entry.gate && !sameGate(entry.gate, own.gate)) {
    const message = `mismatch in stability from '${gateText(entry.gate)}' to '${gateText(own.gate)}'`;
    whole.log.on(entry.place ?? own.place, 'stability-mismatch', message);
  }
}

function checkCase(whole: Whole, world: WorldDef): void {
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
