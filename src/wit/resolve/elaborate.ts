import { InterfaceEntry, type TypeDef, type WorldEntry, type WorldKey } from './resolved.ts';
import type { Whole } from './whole.ts';

type Entries = Map<WorldKey, WorldEntry>;

/**
 * Lists all that a world needs: every interface on which its imports and exports depend becomes an import,
 * before what depends on it, unless it is exported. What comes in so has the gate of what needs it, and, where an
 * export needs it, its external id, as in the reference tool.
 */
export function elaborateWorld(whole: Whole, id: number): void {
  const world = whole.worlds[id];
  if (!world) return;
  const imports: Entries = new Map();
  for (const [key, entry] of sortEntries(whole, world.imports)) {
    if (entry.kind === 'interface') importInterface(whole, imports, key, entry);
    else {
      const dependency = entry.kind === 'type' ? usedInterface(whole, entry.type) : undefined;
      if (entry.kind === 'type' && dependency !== undefined) {
        const gate = whole.types[entry.type]?.gate;
        importInterface(whole, imports, dependency, new InterfaceEntry(dependency, gate));
      }
      imports.set(key, entry);
    }
  }
  const exports: Entries = new Map();
  // An interface that is exported under a label is another instance: who uses its types imports them.
  const exported = new Set<WorldKey>();
  for (const [key, entry] of world.exports) {
    if (entry.kind === 'interface') exported.add(key);
    else exports.set(key, entry);
  }
  const required = new Set<number>();
  for (const [key, entry] of world.exports) {
    if (entry.kind !== 'interface') continue;
    if (exportInterface(whole, { imports, exports, exported, required }, key, entry)) continue;
    const name = typeof key === 'string' ? key : interfaceText(whole, key);
    const message = `interface \`${name}\` transitively depends on an interface in incompatible ways`;
    whole.log.on(world.place, 'incompatible-dependency', message, {
      hint: `of what \`${name}\` depends on, export all or nothing: something is exported and also imported`,
    });
  }
  world.imports = sortEntries(whole, imports);
  world.exports = exports;
}

/** Interfaces first, then types that are used, types, functions, functions of resources. */
function sortEntries(whole: Whole, entries: Entries): Entries {
  if (isSorted(whole, entries)) return entries;
  return new Map([...entries].sort(([, a], [, b]) => rank(whole, a) - rank(whole, b)));
}

function isSorted(whole: Whole, entries: Entries): boolean {
  let last = 0;
  for (const entry of entries.values()) {
    const own = rank(whole, entry);
    if (own < last) return false;
    last = own;
  }
  return true;
}

function rank(whole: Whole, entry: WorldEntry): number {
  if (entry.kind === 'interface') return 0;
  if (entry.kind === 'function') return entry.function.resource === undefined ? 3 : 4;
  const def = whole.types[entry.type];
  const target = aliased(whole, def);
  return def && target && !sameOwner(def, target) ? 1 : 2;
}

function aliased(whole: Whole, def: TypeDef | undefined): TypeDef | undefined {
  return def?.kind.kind === 'alias' && typeof def.kind.type === 'number'
    ? whole.types[def.kind.type]
    : undefined;
}

function sameOwner(a: TypeDef, b: TypeDef): boolean {
  if (!a.owner || !b.owner) return a.owner === b.owner;
  if ('world' in a.owner) return 'world' in b.owner && a.owner.world === b.owner.world;
  return 'interface' in b.owner && a.owner.interface === b.owner.interface;
}

/** The interface that a type was brought in from by `use`, if it was. */
export function usedInterface(whole: Pick<Whole, 'types'>, type: number): number | undefined {
  const def = whole.types[type];
  const target =
    def?.kind.kind === 'alias' && typeof def.kind.type === 'number' ? whole.types[def.kind.type] : undefined;
  if (!def || !target?.owner || !('interface' in target.owner) || sameOwner(def, target)) return undefined;
  return target.owner.interface;
}

/** The interfaces whose types an interface uses, in order, each once. */
export function directDependencies(whole: Pick<Whole, 'types' | 'interfaces'>, id: number): number[] {
  const found = new Set<number>();
  for (const type of whole.interfaces[id]?.types.values() ?? []) {
    const used = usedInterface(whole, type);
    if (used !== undefined) found.add(used);
  }
  return [...found];
}

interface Frame {
  key: WorldKey;
  entry: InterfaceEntry;
  dependencies: number[];
  next: number;
  isExport: boolean;
}

function frame(whole: Whole, key: WorldKey, entry: InterfaceEntry, isExport: boolean): Frame {
  let dependencies = whole.dependencies.get(entry.interface);
  if (!dependencies) {
    dependencies = directDependencies(whole, entry.interface);
    whole.dependencies.set(entry.interface, dependencies);
  }
  return { key, entry, dependencies, next: 0, isExport };
}

/** Adds an interface after everything that it depends on. */
function importInterface(whole: Whole, imports: Entries, key: WorldKey, entry: InterfaceEntry): void {
  if (imports.has(key)) return;
  const stack = [frame(whole, key, entry, false)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const dependency = top.dependencies[top.next++];
    if (dependency === undefined) {
      imports.set(top.key, top.entry);
      stack.pop();
    } else if (!imports.has(dependency)) {
      stack.push(frame(whole, dependency, new InterfaceEntry(dependency, entry.gate), false));
    }
  }
}

interface Exporting {
  imports: Entries;
  exports: Entries;
  /** Interfaces that the world exports by their own names, and labels. */
  exported: ReadonlySet<WorldKey>;
  /** Interfaces that have to be imported because an export needs them. */
  required: Set<number>;
}

/**
 * Exports an interface after what it depends on. False when it would see one interface both imported and
 * exported.
 * @see https://github.com/WebAssembly/component-model/issues/208
 */
function exportInterface(whole: Whole, state: Exporting, key: WorldKey, entry: InterfaceEntry): boolean {
  const { imports, exports, exported, required } = state;
  if (exports.has(key)) return true;
  const stack = [frame(whole, key, entry, true)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const dependency = top.dependencies[top.next++];
    if (dependency !== undefined) {
      const isExport = top.isExport && exported.has(dependency);
      if (exports.has(dependency)) {
        if (isExport) continue;
        return false;
      }
      if (!isExport && required.has(dependency)) continue;
      const needed = new InterfaceEntry(dependency, entry.gate, undefined, entry.externalId);
      stack.push(frame(whole, dependency, needed, isExport));
      continue;
    }
    const id = top.entry.interface;
    if (!top.isExport) {
      required.add(id);
      if (!imports.has(top.key)) imports.set(top.key, top.entry);
    } else if (required.has(id)) return false;
    else exports.set(top.key, top.entry);
    stack.pop();
  }
  return true;
}

/** `ns:pkg/name@version` of an interface. */
export function interfaceText(whole: Pick<Whole, 'interfaces' | 'packages'>, id: number): string {
  const def = whole.interfaces[id];
  const pkg = whole.packages[def?.package ?? -1];
  const version = pkg?.version === undefined ? '' : `@${pkg.version}`;
  return `${pkg?.namespace}:${pkg?.name}/${def?.name}${version}`;
}
