import { didYouMean, nearest } from '../../nearest.ts';
import { SourceRange } from '../syntax/ast.ts';
import { compareVersions } from '../version.ts';
import { type Draft, TARGETS } from './draft.ts';
import { elaborateWorld } from './elaborate.ts';
import { checkCase, includeWorld } from './include.ts';
import { mapParts } from './parts-of.ts';
import {
  type FuncDef,
  type Gate,
  type InterfaceDef,
  type Owner,
  PackageDef,
  type Place,
  type Target,
  TypeDef,
  type TypeKind,
  type TypeRef,
  type WorldDef,
  type WorldEntry,
  type WorldKey,
} from './resolved.ts';
import { addType, type Whole } from './whole.ts';

/** What an index of a draft becomes: an index of the whole, `gated` when its feature is off, or `unknown`. */
type Linked = number | 'gated' | 'unknown';

/** Links a draft to the packages that it depends on, which are part of the whole, and makes it part of it. */
export function linkPackage(whole: Whole, draft: Draft): void {
  const { source } = draft;
  const id = whole.packages.length;
  const [header] = source.headers;
  const files = source.headers.length > 0 && source.isMain ? source.lists.map(({ file }) => file) : [];
  const file = header?.file ?? source.lists[0]?.file;
  if (!file) return;
  const pkg = new PackageDef(
    source.id,
    source.text,
    files.length > 0 ? files : Array.of(file),
    source.headers.map((each) => each.header),
    new SourceRange(file, header?.header.id ?? source.id),
  );
  whole.packages.push(pkg);
  whole.byName.set(source.text, id);
  new Linker(whole, draft, id, pkg).run();
}

const GATE_ALIKE = 'gate this item by the same feature, or switch the feature on with `--features`';
const WORLD_TYPE =
  'a world is not there without its types: gate the world, or define the type in an interface that is gated';

/** What linking one draft keeps in hand. */
class Linker {
  readonly #whole: Whole;
  readonly #draft: Draft;
  readonly #id: number;
  readonly #pkg: PackageDef;
  readonly #types: Linked[] = [];
  readonly #interfaces: Linked[] = [];
  readonly #worlds: Linked[] = [];
  /** The `own<r>` of each resource, made when first needed. */
  readonly #own = new Map<number, number>();
  /** Whether the type that is being linked holds a borrowed handle, as far as its parts have been met. */
  #metBorrow = false;
  /** Where the type that is being linked is declared. */
  #place: Place | undefined;
  readonly #part = (type: TypeRef, place = this.#place): TypeRef => this.#typeRef(type, place);
  #hasToldVersion = false;
  /** Versions that have been found to be no later than the package's: its items name a few over and over. */
  readonly #released = new Set<string>();

  constructor(whole: Whole, draft: Draft, id: number, pkg: PackageDef) {
    this.#whole = whole;
    this.#draft = draft;
    this.#id = id;
    this.#pkg = pkg;
  }

  run(): void {
    const { types, interfaces, worlds } = this.#draft;
    this.#linkForeign();
    for (const def of types.types.slice(this.#draft.foreignTypes)) this.#types.push(this.#addType(def));
    for (const def of interfaces.slice(this.#draft.foreignInterfaces)) {
      this.#interfaces.push(this.#addInterface(def));
    }
    this.#ownTypes('interface', this.#interfaces);
    for (const def of worlds.slice(this.#draft.foreignWorlds)) this.#worlds.push(this.#addWorld(def));
    this.#ownTypes('world', this.#worlds);
    for (const [index, world] of this.#worlds.entries()) {
      if (index < this.#draft.foreignWorlds || typeof world !== 'number') continue;
      this.#include(index, world);
      elaborateWorld(this.#whole, world);
    }
    this.#register();
  }

  /** Whether an item is there: its feature is on, or it has none. Gates that name bad versions are reported. */
  #isIncluded(gate: Gate | undefined, place: Place | undefined): boolean {
    if (!gate) return true;
    if (gate.since === undefined)
      return gate.unstable === undefined || this.#whole.features.has(gate.unstable);
    if (this.#released.has(gate.since)) return true;
    const { version, id } = this.#pkg;
    if (version === undefined) {
      if (!this.#hasToldVersion && id !== '') {
        const message = `package [${id}] contains a feature gate with a version specifier, so it must have a version`;
        this.#whole.log.on(place, 'version-required', message, {
          hint: `name the package \`${id}@0.1.0\`, say`,
        });
      }
      this.#hasToldVersion = true;
    } else if (compareVersions(gate.since, version) > 0) {
      const message = `feature gate cannot reference unreleased version ${gate.since} of package [${id}] (current version ${version})`;
      this.#whole.log.on(place, 'unreleased-version', message);
    } else this.#released.add(gate.since);
    return true;
  }

  #gated(place: Place | undefined, what: string, more = '', hint = GATE_ALIKE): void {
    const message = `found a reference to a ${what} which is excluded due to its feature not being activated${more}`;
    this.#whole.log.on(place, 'gated-reference', message, { hint });
  }

  #linkForeign(): void {
    const { types, handles } = this.#draft;
    this.#linkForeignItems('interface');
    this.#linkForeignItems('world');
    for (const def of types.types.slice(0, this.#draft.foreignTypes))
      this.#types.push(this.#foreignType(def));
    for (const { type, place } of handles) {
      const linked = this.#types[type];
      if (typeof linked === 'number' && !this.#whole.isResource[linked]) {
        this.#whole.log.on(place, 'not-a-resource', 'type used in a handle must be a resource');
      }
    }
  }

  #linkForeignItems(what: 'interface' | 'world'): void {
    const isInterface = what === 'interface';
    const linkedItems = isInterface ? this.#interfaces : this.#worlds;
    const wanted = [...this.#draft.foreign].flatMap(([text, { place, items }]) =>
      [...items].flatMap(([name, { item, gates, name: at }]) => {
        const index = isInterface ? 'interface' in item && item.interface : 'world' in item && item.world;
        return index === false ? [] : [{ index, text, place, name, gates, at }];
      }),
    );
    // In the order in which they are first spoken of, whatever packages they are in.
    wanted.sort((a, b) => a.index - b.index);
    for (const { index, text, place, name, gates, at } of wanted) {
      const pkg = this.#whole.packages[this.#whole.byName.get(text) ?? -1];
      const isDoubtful = this.#whole.doubtful.has(text);
      if (!pkg && !isDoubtful) this.#reportMissingPackage(text, place);
      const isIncluded = gates.some((gate) => this.#isIncluded(gate, at));
      const found = (isInterface ? pkg?.interfaces : pkg?.worlds)?.get(name);
      const linked: Linked = !isIncluded ? 'gated' : (found ?? 'unknown');
      if (pkg && linked === 'unknown' && !isDoubtful) this.#reportMissingItem(pkg, isInterface, name, at);
      linkedItems[index] = linked;
    }
  }

  #reportMissingPackage(text: string, place: Place): void {
    this.#whole.log.on(place, 'package-not-found', `package '${text}' not found`, {
      hint: () => this.#missingPackageHint(text),
    });
  }

  #missingPackageHint(text: string): string {
    const names = new Set(this.#whole.names);
    const known = [...names].filter((name) => name !== '' && name !== this.#pkg.id);
    const [base = text] = text.split('@');
    const others = known.filter((name) => name === base || name.startsWith(`${base}@`));
    const meant =
      others.length > 0 ? others : [nearest(text, known) ?? nearest(base, known)].filter((name) => name);
    return meant.length > 0
      ? `did you mean ${meant.map((name) => `\`${name}\``).join(' or ')}?`
      : 'put it into the folder `deps`, or name a folder of packages with `--deps`';
  }

  #reportMissingItem(pkg: PackageDef, isInterface: boolean, name: string, place: Place): void {
    const what = isInterface ? 'interface' : 'world';
    if (pkg.files.some(({ lost }) => lost.has(name))) return;
    const [own, other] = isInterface ? [pkg.interfaces, pkg.worlds] : [pkg.worlds, pkg.interfaces];
    const hint = () =>
      other.has(name)
        ? `\`${name}\` is ${isInterface ? 'a world' : 'an interface'} there`
        : didYouMean(name, own.keys());
    const message = `${what} '${name}' not found in package '${pkg.id}'`;
    this.#whole.log.on(place, 'not-in-package', message, { hint });
  }

  #foreignType(def: TypeDef): Linked {
    if (!this.#isIncluded(def.gate, def.place)) return 'gated';
    const owner = def.owner && 'interface' in def.owner ? this.#interfaces[def.owner.interface] : 'unknown';
    if (typeof owner !== 'number') return owner ?? 'unknown';
    const source = this.#whole.interfaces[owner];
    const name = def.name ?? '';
    const found = source?.types.get(name);
    if (found !== undefined) return found;
    if (!source?.place?.file.lost.has(name)) {
      this.#whole.log.on(def.place, 'unknown-name', `type \`${name}\` not defined in interface`, {
        hint: () => didYouMean(name, source?.types.keys() ?? []),
      });
    }
    return 'unknown';
  }

  /** The new index of a type that an item refers to. */
  #typeId(id: number, place: Place | undefined): number | 'unknown' {
    const linked = this.#types[id] ?? 'unknown';
    if (linked === 'gated') {
      this.#gated(place, 'type');
      return 'unknown';
    }
    if (typeof linked === 'number' && this.#whole.hasBorrow[linked]) this.#metBorrow = true;
    return linked;
  }

  /** A reference to a type, where a resource stands for an owned handle to it. */
  #typeRef(ref: TypeRef, place: Place | undefined): TypeRef {
    if (typeof ref !== 'number') return ref;
    const id = this.#typeId(ref, place);
    if (typeof id !== 'number' || !this.#whole.isResource[id]) return id;
    let own = this.#own.get(id);
    if (own === undefined) {
      own = addType(this.#whole, new TypeDef(null, { kind: 'own', resource: id }, null));
      this.#own.set(id, own);
    }
    return own;
  }

  #addType(def: TypeDef): Linked {
    if (!this.#isIncluded(def.gate, def.place)) return 'gated';
    // The draft is used up: its definitions become those of the whole.
    this.#metBorrow = def.kind.kind === 'borrow';
    def.kind = this.#linkKind(def.kind, def.place);
    const { kind } = def;
    const isOwn = kind.kind === 'own' && def.name === null;
    const known = isOwn ? this.#own.get(kind.resource) : undefined;
    const id = addType(this.#whole, def, this.#metBorrow);
    if (isOwn && known === undefined) this.#own.set(kind.resource, id);
    return known ?? id;
  }

  #linkKind(kind: TypeKind, place: Place | undefined): TypeKind {
    if (kind.kind === 'own' || kind.kind === 'borrow') {
      const resource = this.#typeId(kind.resource, place);
      if (typeof resource !== 'number') return { kind: 'alias', type: 'unknown' };
      kind.resource = resource;
    } else if (kind.kind === 'alias') {
      // Not a handle: another name for a resource is a resource and a handle to it at once.
      if (typeof kind.type === 'number') kind.type = this.#typeId(kind.type, place);
    } else {
      this.#place = place;
      mapParts(kind, this.#part);
    }
    return kind;
  }

  #optional(type: TypeRef | null, place: Place | undefined): TypeRef | null {
    return type === null ? null : this.#typeRef(type, place);
  }

  #addInterface(def: InterfaceDef): Linked {
    if (!this.#isIncluded(def.gate, def.place)) return 'gated';
    def.types.forEach((type, name) => {
      const linked = this.#types[type];
      if (typeof linked === 'number') def.types.set(name, linked);
      else def.types.delete(name);
    });
    def.functions.forEach((func, name) => {
      if (this.#isIncluded(func.gate, func.place)) this.#linkFunc(func);
      else def.functions.delete(name);
    });
    def.package = this.#id;
    return this.#whole.interfaces.push(def) - 1;
  }

  #linkFunc(func: FuncDef): void {
    const { place } = func;
    if (func.resource !== undefined) {
      const resource = this.#typeId(func.resource, place);
      if (typeof resource === 'number') func.resource = resource;
      else delete func.resource;
    }
    for (const param of func.params) param.type = this.#typeRef(param.type, place);
    func.result = this.#optional(func.result, place);
    if (typeof func.result === 'number' && this.#whole.hasBorrow[func.result]) {
      const message = `function \`${func.name}\` returns a type which contains a \`borrow<T>\` which is not supported`;
      this.#whole.log.on(place, 'borrow-in-result', message, { hint: 'return an owned handle instead' });
    }
  }

  #addWorld(def: WorldDef): Linked {
    if (!this.#isIncluded(def.gate, def.place)) return 'gated';
    def.imports = this.#linkEntries(def.imports);
    def.exports = this.#linkEntries(def.exports);
    def.package = this.#id;
    return this.#whole.worlds.push(def) - 1;
  }

  #linkEntries(entries: ReadonlyMap<WorldKey, WorldEntry>): Map<WorldKey, WorldEntry> {
    const linked = new Map<WorldKey, WorldEntry>();
    for (const [key, entry] of entries) {
      if (entry.kind === 'type') {
        const id = this.#types[entry.type];
        if (id === 'gated') this.#gated(entry.place, 'type', '', WORLD_TYPE);
        if (typeof id !== 'number') continue;
        entry.type = id;
        linked.set(key, entry);
      } else if (entry.kind === 'function') {
        if (!this.#isIncluded(entry.function.gate, entry.place)) continue;
        this.#linkFunc(entry.function);
        linked.set(key, entry);
      } else if (this.#isIncluded(entry.gate, entry.place)) {
        const id = this.#interfaces[entry.interface];
        if (id === 'gated') this.#gated(entry.place, 'interface');
        if (typeof id !== 'number') continue;
        entry.interface = id;
        linked.set(typeof key === 'number' ? id : key, entry);
      }
    }
    return linked;
  }

  /** Now that interfaces or worlds have their indices, tells their types so. */
  #ownTypes(what: 'interface' | 'world', linked: readonly Linked[]): void {
    const gated = new Set<Owner>();
    for (const owner of this.#draft.owners) {
      const own: { interface?: number; world?: number } = owner;
      const index = own[what];
      const id = index === undefined ? undefined : linked[index];
      if (typeof id === 'number') own[what] = id;
      else if (id === 'gated') gated.add(owner);
    }
    if (gated.size === 0) return;
    for (const id of this.#types) {
      const def = typeof id === 'number' ? this.#whole.types[id] : undefined;
      if (!def || !gated.has(def.owner)) continue;
      this.#gated(def.place, what, `; this type is not gated by a feature but its ${what} is`);
      def.owner = null;
    }
  }

  #include(index: number, world: number): void {
    for (const { gate, place, decl, world: from } of this.#draft.includes.get(index) ?? []) {
      if (!this.#isIncluded(gate, place)) continue;
      const included = this.#worlds[from];
      if (included === 'gated') this.#gated(place, 'world');
      else if (typeof included === 'number') {
        includeWorld(this.#whole, world, { world: included, decl, place });
      }
    }
    checkCase(this.#whole, world);
  }

  #register(): void {
    for (const id of this.#interfaces.slice(this.#draft.foreignInterfaces)) {
      const def = typeof id === 'number' ? this.#whole.interfaces[id] : undefined;
      if (def?.name && typeof id === 'number') this.#pkg.interfaces.set(def.name, id);
    }
    for (const id of this.#worlds.slice(this.#draft.foreignWorlds)) {
      const def = typeof id === 'number' ? this.#whole.worlds[id] : undefined;
      if (def && typeof id === 'number') this.#pkg.worlds.set(def.name, id);
    }
    const { idents, targets } = this.#draft;
    const linked = { type: this.#types, interface: this.#interfaces, world: this.#worlds };
    this.#whole.references.push((add) => {
      for (const [index, ident] of idents.entries()) {
        const target = targets[index] ?? 0;
        const what = TARGETS[target % TARGETS.length] ?? 'type';
        const id = linked[what][Math.floor(target / TARGETS.length)];
        if (typeof id === 'number') add(ident, { [what]: id } as Target);
      }
    });
  }
}
