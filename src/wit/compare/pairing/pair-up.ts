import type {
  FuncDef,
  Gate,
  InterfaceDef,
  Resolved,
  TypeDef,
  WorldDef,
  WorldEntry,
} from '../../resolve/resolved.ts';
import { packageAddress } from './address.ts';
import { liveTypes } from './live-types.ts';
import type { ComparedVersions, Pair, Role, Step } from './pair.ts';
import { entriesOf, roles, worldsOf } from './roles.ts';

type Side = 'old' | 'new';
const SIDES: Side[] = ['old', 'new'];

/** One version of an interface and what is known about where it stands. */
interface Scope {
  old: InterfaceDef | undefined;
  new: InterfaceDef | undefined;
  address: string;
  role: Role;
  unstable: { old: boolean; new: boolean };
}

/** Every thing of the main packages with its counterpart in the other version, containers before contents. */
export function pairUp(versions: ComparedVersions): Pair[] {
  return [packagePair(versions), ...worldPairs(versions), ...interfacePairs(versions)];
}

function packagePair(versions: ComparedVersions): Pair {
  const [old, now] = [versions.old.packages[versions.old.main], versions.new.packages[versions.new.main]];
  return {
    kind: 'package',
    ...sides(old, now),
    address: packageAddress(versions.new, versions.new.main),
    places: { old: old?.place, new: now?.place },
    gates: {},
    unstable: { old: false, new: false },
    role: UNREACHED,
    linked: { old: true, new: true },
    containerStays: true,
  };
}

const UNREACHED: Role = { imported: true, exported: false, reached: false };

function worldPairs(versions: ComparedVersions): Pair[] {
  const [old, now] = [worldsOf(versions.old, versions.world), worldsOf(versions.new, versions.world)];
  return union(old, now).flatMap(([name, before, after]) => {
    const address = `${packageAddress(versions.new, versions.new.main)}/${name}`;
    const world: Pair = {
      kind: 'world',
      ...sides(before, after),
      ...gatesAndPlaces(before, after, { old: false, new: false }),
      address,
      role: { imported: false, exported: false, reached: true },
      linked: { old: true, new: true },
      containerStays: true,
    };
    return before && after
      ? [world, ...entryPairs(versions, address, before, after, world.unstable)]
      : [world];
  });
}

function entryPairs(
  versions: ComparedVersions,
  world: string,
  before: WorldDef,
  after: WorldDef,
  unstable: Scope['unstable'],
): Pair[] {
  const live = liveSides(versions);
  return (['import', 'export'] as const).flatMap((direction) => {
    const key = `${direction}s` as const;
    const role = { imported: direction === 'import', exported: direction === 'export', reached: true };
    const labelled = [entriesOf(versions.old, before[key]), entriesOf(versions.new, after[key])] as const;
    return unionBySteps(...labelled).flatMap(([label, old, now, step]): Pair[] => {
      const address = `${world}.${label}`;
      const common = { address, role, containerStays: true };
      const gated = gatesAndPlaces(gatedEntry(old), gatedEntry(now), unstable);
      const linked = {
        old: old?.kind !== 'type' || live.old.has(old.type),
        new: now?.kind !== 'type' || live.new.has(now.type),
      };
      const entry: Pair = {
        kind: 'entry',
        direction,
        label,
        world: before.name,
        ...(step && { step }),
        ...sides(old, now),
        ...gated,
        ...common,
        linked,
      };
      if (old?.kind === 'function' && now?.kind === 'function') {
        return [
          entry,
          { kind: 'function', old: old.function, new: now.function, ...gated, ...common, linked },
        ];
      }
      if (old?.kind === 'type' && now?.kind === 'type') {
        const types = sides(versions.old.types[old.type], versions.new.types[now.type]);
        return [entry, { kind: 'type', ...types, ...gated, ...common, linked }];
      }
      if (old?.kind === 'interface' && now?.kind === 'interface') {
        const [inOld, inNew] = [
          versions.old.interfaces[old.interface],
          versions.new.interfaces[now.interface],
        ];
        const inPlace = inOld?.name === null && inNew?.name === null;
        const scope = { old: inOld, new: inNew, address, role, unstable: gated.unstable };
        return inPlace ? [entry, ...contentPairs(versions, scope)] : [entry];
      }
      return [entry];
    });
  });
}

function gatedEntry(entry: WorldEntry | undefined) {
  if (!entry) return undefined;
  const gate =
    entry.kind === 'interface' ? entry.gate : entry.kind === 'function' ? entry.function.gate : undefined;
  return { gate, place: entry.place };
}

function interfacePairs(versions: ComparedVersions): Pair[] {
  const known = roles(versions);
  const [old, now] = SIDES.map((side) => namedInterfaces(versions[side]));
  return union(old ?? new Map(), now ?? new Map()).flatMap(([name, before, after]) => {
    const address = `${packageAddress(versions.new, versions.new.main)}/${name}`;
    if (versions.world !== undefined && !known.has(address)) return [];
    const role = known.get(address) ?? UNREACHED;
    const gated = gatesAndPlaces(before, after, { old: false, new: false });
    const live = liveSides(versions);
    const self: Pair = {
      kind: 'interface',
      ...sides(before, after),
      ...gated,
      address,
      role,
      linked: { old: isLinked(before, live.old), new: isLinked(after, live.new) },
      containerStays: true,
    };
    const scope = { old: before, new: after, address, role, unstable: gated.unstable };
    return before && after ? [self, ...contentPairs(versions, scope)] : [self];
  });
}

/** An interface is linked to when it has a function, or a type that functions elsewhere lead to. */
function isLinked(face: InterfaceDef | undefined, live: ReadonlySet<number>): boolean {
  return (
    face !== undefined && (face.functions.size > 0 || [...face.types.values()].some((type) => live.has(type)))
  );
}

function namedInterfaces(resolved: Resolved): Map<string, InterfaceDef> {
  const names = resolved.packages[resolved.main]?.interfaces ?? new Map<string, number>();
  return new Map(
    [...names].flatMap(([name, index]) => {
      const found = resolved.interfaces[index];
      return found ? [[name, found] as const] : [];
    }),
  );
}

/** Types and functions of an interface that both versions have. */
function contentPairs(versions: ComparedVersions, scope: Scope): Pair[] {
  const live = liveSides(versions);
  const types = union(
    scope.old?.types ?? new Map<string, number>(),
    scope.new?.types ?? new Map<string, number>(),
  ).map(([name, old, now]): Pair => {
    const found = sides(typeAt(versions.old, old), typeAt(versions.new, now));
    return {
      kind: 'type',
      ...found,
      ...gatesAndPlaces(found.old, found.new, scope.unstable),
      address: `${scope.address}.${name}`,
      role: scope.role,
      linked: { old: old !== undefined && live.old.has(old), new: now !== undefined && live.new.has(now) },
      containerStays: true,
    };
  });
  const functions = union(byShortName(scope.old), byShortName(scope.new)).map(([name, old, now]): Pair => {
    const resource = { old: typeAt(versions.old, old?.resource), new: typeAt(versions.new, now?.resource) };
    const unstable = {
      old: scope.unstable.old || isUnstable(resource.old?.gate),
      new: scope.unstable.new || isUnstable(resource.new?.gate),
    };
    const resourceName = resource.old?.name ?? resource.new?.name;
    return {
      kind: 'function',
      ...sides(old, now),
      ...gatesAndPlaces(old, now, unstable),
      address: `${scope.address}.${name}`,
      role: scope.role,
      linked: { old: true, new: true },
      containerStays: !resourceName || SIDES.every((side) => scope[side]?.types.has(resourceName)),
    };
  });
  return [...types, ...functions];
}

function typeAt(resolved: Resolved, index: number | undefined): TypeDef | undefined {
  return index === undefined ? undefined : resolved.types[index];
}

/** `[method]fields.get` by `fields.get`, so that a method that becomes static is a change, not a loss and a gain. */
function byShortName(face: InterfaceDef | undefined): Map<string, FuncDef> {
  const functions = [...(face?.functions.values() ?? [])];
  return new Map(functions.map((func) => [shortName(func), func]));
}

function shortName(func: FuncDef): string {
  const bare = func.name.replace(/^\[[^\]]*\]/, '');
  return func.kind === 'constructor' ? `${bare}.constructor` : bare;
}

const liveOf = new WeakMap<Resolved, ReadonlySet<number>>();

function liveSides(versions: ComparedVersions): Record<Side, ReadonlySet<number>> {
  const of = (resolved: Resolved) => {
    const live = liveOf.get(resolved) ?? liveTypes(resolved);
    liveOf.set(resolved, live);
    return live;
  };
  return { old: of(versions.old), new: of(versions.new) };
}

function gatesAndPlaces<T extends { gate?: Gate; place?: Pair['places']['old'] }>(
  old: T | undefined,
  now: T | undefined,
  outer: { old: boolean; new: boolean },
): Pick<Pair, 'gates' | 'places' | 'unstable'> {
  return {
    gates: { old: old?.gate, new: now?.gate },
    places: { old: old?.place, new: now?.place },
    unstable: { old: outer.old || isUnstable(old?.gate), new: outer.new || isUnstable(now?.gate) },
  };
}

function isUnstable(gate: Gate | undefined): boolean {
  return gate?.unstable !== undefined;
}

function sides<T>(old: T | undefined, now: T | undefined): { old?: T; new?: T } {
  return { old, new: now };
}

/**
 * As `union`, where an interface of another package that went and came on another track is one entry, under its new
 * name, with the step from one to the other.
 */
function unionBySteps(old: ReadonlyMap<string, WorldEntry>, now: ReadonlyMap<string, WorldEntry>): Stepped[] {
  const gone = new Map<string, [label: string, entry: WorldEntry]>();
  for (const [label, entry] of old) if (!now.has(label)) gone.set(label.replace(/@.*/, ''), [label, entry]);
  const stepped = new Set<string>();
  const steps = new Map<string, [WorldEntry, Step]>();
  for (const label of now.keys()) {
    const name = label.replace(/@.*/, '');
    const before = old.has(label) || name === label ? undefined : gone.get(name);
    if (!before || before[0] === name) continue;
    stepped.add(before[0]);
    const step = { package: name.replace(/\/.*/, ''), old: trackIn(before[0]), new: trackIn(label) };
    steps.set(label, [before[1], step]);
  }
  return union(old, now).flatMap(([label, before, after]): Stepped[] => {
    if (stepped.has(label)) return [];
    const [entry, step] = steps.get(label) ?? [];
    return [[label, before ?? entry, after, step]];
  });
}

type Stepped = [
  label: string,
  old: WorldEntry | undefined,
  now: WorldEntry | undefined,
  step: Step | undefined,
];

/** The track in `wasi:io/poll@0.2`. */
function trackIn(label: string): string {
  return label.slice(label.indexOf('@') + 1);
}

/** The keys of both maps, the old ones first, with what each has there. */
function union<T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): [string, T | undefined, T | undefined][] {
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].map((key) => [key, old.get(key), now.get(key)]);
}
