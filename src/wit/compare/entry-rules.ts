import type { Resolved } from '../resolve/resolved.ts';
import type { Cause } from './cause.ts';
import type { ComparedVersions, PairOf } from './pairing/index.ts';
import { entriesOf, interfaceAddress, worldsOf } from './pairing/index.ts';
import { because, type Found, finding, quoted } from './rule.ts';

/** What is to be said of an import or export that a world has lost, or that has another name since its package is on another track. */
export function entryRemoved(versions: ComparedVersions, pair: PairOf<'entry'>): Found | undefined {
  const { direction, label, step } = pair;
  if (step && versions.anyTrack) return undefined;
  if (step) {
    const name = quoted(label.replace(/@.*/, ''));
    const fact = `the world ${direction}s ${name} ${trackText(step.new)} and no longer ${trackText(step.old)}`;
    const severity = pair.unstable.old ? 'info' : 'breaking';
    const message = `${fact}: these are two names, so who has the one does not link with who has the other`;
    return { severity, message, cause: { kind: 'step', step } };
  }
  if (pair.new) return undefined;
  const found = finding(versions, pair, 'removed', `the world loses the ${direction} ${quoted(label)}`);
  const cause =
    interfaceCause(versions, pair) ??
    packageCause(versions, pair, 'old') ??
    includeCause(versions, pair, 'old');
  return because(found, cause);
}

/** A finding about an import or export that a world has gained. */
export function entryAdded(versions: ComparedVersions, pair: PairOf<'entry'>): Found | undefined {
  if (pair.old) return undefined;
  const fact = `the world gains the ${pair.direction} ${quoted(pair.label)}`;
  const cause = packageCause(versions, pair, 'new') ?? includeCause(versions, pair, 'new');
  return because(finding(versions, pair, 'added', fact), cause);
}

/**
 * What another package brings comes and goes with it: it may be there on another track, with other interfaces, or on
 * one side alone.
 */
function packageCause(
  versions: ComparedVersions,
  { label }: PairOf<'entry'>,
  side: 'old' | 'new',
): Cause | undefined {
  const [, name, own = ''] = FOREIGN.exec(label) ?? [];
  if (name === undefined) return undefined;
  const other = side === 'old' ? 'new' : 'old';
  const tracks = tracksOf(versions, other, name);
  if (tracks.has(own)) return undefined;
  const [found] = tracks;
  if (found === undefined) return { kind: 'package', address: `${side} ${name}@${own}` };
  const step = side === 'old' ? { old: own, new: found } : { old: found, new: own };
  return { kind: 'step', step: { package: name, ...step } };
}

/** An interface of another package, by its name and track. */
const FOREIGN = /^([^/@]+:[^/@]+)\/[^@]*@(.*)$/;

/** On which tracks the worlds of one version use a package. */
function tracksOf(versions: ComparedVersions, side: 'old' | 'new', name: string): ReadonlySet<string> {
  const resolved = versions[side];
  const known = usedTracks.get(resolved) ?? new Map<string, Set<string>>();
  if (!usedTracks.has(resolved)) {
    usedTracks.set(resolved, known);
    for (const world of worldsOf(resolved).values()) {
      for (const entries of [world.imports, world.exports]) {
        for (const label of entriesOf(resolved, entries).keys()) {
          const [, pkg, track = ''] = FOREIGN.exec(label) ?? [];
          if (pkg === undefined) continue;
          const tracks = known.get(pkg) ?? new Set();
          known.set(pkg, tracks.add(track));
        }
      }
    }
  }
  return known.get(name) ?? new Set();
}

const usedTracks = new WeakMap<Resolved, Map<string, Set<string>>>();

/** What came to a world by including another one of the package comes and goes there. */
function includeCause(
  versions: ComparedVersions,
  { world: name, direction, label, address }: PairOf<'entry'>,
  side: 'old' | 'new',
): Cause | undefined {
  const resolved = versions[side];
  const worlds = worldsOf(resolved, versions.world);
  const included = worlds.get(name)?.includes.map((index) => resolved.worlds[index]) ?? [];
  const from = included.find(
    (world) =>
      world && worlds.get(world.name) === world && entriesOf(resolved, world[`${direction}s`]).has(label),
  );
  return from && { kind: 'include', address: address.replace(`/${name}.`, `/${from.name}.`) };
}

/** The loss of an interface of this package is the cause of its leaving worlds. */
function interfaceCause(versions: ComparedVersions, { old: entry }: PairOf<'entry'>): Cause | undefined {
  if (entry?.kind !== 'interface') return undefined;
  const face = versions.old.interfaces[entry.interface];
  if (!face || face.name === null || face.package !== versions.old.main) return undefined;
  const isGone = !versions.new.packages[versions.new.main]?.interfaces.has(face.name);
  return isGone ? { kind: 'interface', address: interfaceAddress(versions.old, entry.interface) } : undefined;
}

function trackText(track: string): string {
  return track === '' ? 'without a version' : `at ${track}`;
}
