import { dirname } from 'node:path';
import type { WitFacts } from '../tracker/index.ts';
import {
  allItems,
  compare,
  compareVersions,
  flatFindings,
  type Package,
  sameTrack,
  withMain,
} from '../wit/index.ts';
import type { LoadedPackages } from './load-packages.ts';

/** What the tracker's checks want to know of each package, in the order of their names and versions. */
export function witFacts(loaded: LoadedPackages): WitFacts[] {
  const byName = Map.groupBy(loaded.packages, ({ name }) => name);
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, versions]) => {
      const sorted = versions
        .filter(({ version }) => version !== undefined)
        .sort((a, b) => compareVersions(a.version ?? '', b.version ?? ''));
      return sorted.map((one, index) => factsOf(loaded, one, sorted.slice(0, index)));
    });
}

function factsOf(loaded: LoadedPackages, now: Package, earlier: Package[]): WitFacts {
  const items = documentable(now);
  const bare = items.filter(({ docs }) => !docs?.trim());
  const path = now.source.path;
  return {
    package: now.name,
    version: now.version ?? '',
    path: isCopy(path) ? path : dirname(path),
    errors: errorsOf(loaded, now),
    worlds: now.worlds.map((world) => world.name),
    uses: [...new Set(now.uses.map((id) => id.replace(/@.*$/, '')))].sort(),
    items: items.length,
    undocumented: bare.length === items.length && isCopy(path) ? null : bare.map(({ address }) => address),
    compared: earlier
      .filter((before) => comparable(loaded, before, now))
      .map((before) => ({ version: before.version ?? '', breaking: breakingItems(loaded, before, now) })),
  };
}

/** Interfaces, worlds, types and functions. */
function documentable(pkg: Package) {
  const kinds = ['package', 'field', 'case', 'flag'];
  return [...allItems(pkg)].filter(({ kind }) => !kinds.includes(kind));
}

/** Copies that npm packages ship may have lost their comments. */
function isCopy(path: string): boolean {
  return path.includes('node_modules/');
}

/** Errors in the folder of a package, or in the file that it is nested in. */
function errorsOf({ problems }: LoadedPackages, { source }: Package): number {
  const folder = dirname(source.path);
  return problems.filter(({ path, severity }) => severity === 'error' && dirname(path) === folder).length;
}

function comparable(loaded: LoadedPackages, before: Package, now: Package): boolean {
  return (
    errorsOf(loaded, before) === 0 && errorsOf(loaded, now) === 0 && sameTrack(before.version, now.version)
  );
}

function breakingItems(loaded: LoadedPackages, before: Package, now: Package): string[] {
  const at = (pkg: Package) => withMain(loaded.resolved, pkg.package);
  const { findings } = compare(at(before), at(now), { perspective: 'guest' });
  return [
    ...new Set(
      flatFindings(findings)
        .filter(({ severity }) => severity === 'breaking')
        .map(({ item }) => item),
    ),
  ];
}
