import type { Comparison, Finding } from '../compare/index.ts';
import type { Func, Interface, Package } from '../describe/model.ts';
import { compareVersions } from '../version.ts';

/** What each release of each package offers, by the package's name (`wasi:http`), the oldest release first. */
export type ReleaseIndex = Record<string, Release[]>;

/** A release of a package, and what its step from the release before it breaks for those who used that one. */
export interface Release {
  version: string;
  /** The items of each interface as binaries name them: `[method]fields.get`. */
  interfaces: Record<string, string[]>;
  breaks: Break[];
}

/** Compares two releases of a package. */
export type CompareSteps = (older: Package, newer: Package) => Comparison;

/** What no longer links, or no longer means the same, after a step. */
export interface Break {
  /** The interface, by its name in the package. */
  interface: string;
  /** The item as binaries name it, when it is one that a component imports by itself; else the whole address. */
  item: string;
  message: string;
}

/**
 * Everything that `explain` asks of the known releases, small enough to be sent to a page.
 * @param packages described, of any versions; those without a version have no releases and are left out
 * @param compareSteps compares a release with the next one, for a guest; a site has done that for its pages already
 */
export function releaseIndex(packages: readonly Package[], compareSteps: CompareSteps): ReleaseIndex {
  const index: ReleaseIndex = {};
  const versions = new Map<string, Package[]>();
  for (const pkg of packages) {
    if (pkg.version === undefined) continue;
    const known = versions.get(pkg.name);
    if (known) known.push(pkg);
    else versions.set(pkg.name, [pkg]);
  }
  for (const [name, all] of versions) {
    const ordered = all.sort((a, b) => compareVersions(a.version ?? '', b.version ?? ''));
    index[name] = ordered.map((pkg, at) => ({
      version: pkg.version ?? '',
      interfaces: Object.fromEntries(pkg.interfaces.filter(({ named }) => named).map(interfaceEntry)),
      breaks: breaksBetween(ordered[at - 1], pkg, compareSteps),
    }));
  }
  return index;
}

function interfaceEntry(item: Interface): [string, string[]] {
  return [item.name, functionsOf(item).map(binaryName)];
}

function functionsOf(item: Interface): Func[] {
  return [...item.functions, ...item.types.flatMap(({ functions }) => functions)];
}

/** `fields.get`, a method, is `[method]fields.get` in a binary. */
function binaryName({ kind, name, address }: Func): string {
  const resource = /\.([^.]+)\.[^.]+$/.exec(address)?.[1];
  if (kind === 'function' || resource === undefined) return name;
  return kind === 'constructor' ? `[constructor]${resource}` : `[${kind}]${resource}.${name}`;
}

function breaksBetween(older: Package | undefined, newer: Package, compareSteps: CompareSteps): Break[] {
  if (!older) return [];
  const { findings } = compareSteps(older, newer);
  const names = new Map(
    older.interfaces.flatMap((item) => functionsOf(item).map((func) => [func.address, binaryName(func)])),
  );
  return findings
    .filter(({ severity }) => severity === 'breaking')
    .flatMap((finding) => toBreak(finding, names) ?? []);
}

function toBreak({ item, message }: Finding, names: ReadonlyMap<string, string>): Break | undefined {
  const [, name] = /^[^/]+\/([^.]+)/.exec(item) ?? [];
  return name === undefined ? undefined : { interface: name, item: names.get(item) ?? item, message };
}
