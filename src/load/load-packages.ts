import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { check, describe, type Package, packagesOf, type Resolved } from '../wit/index.ts';
import { type WitGroup, WitLoader } from './wit-loader.ts';

/** WIT packages for reading, the texts of their files by path, and every problem found. */
export interface LoadedPackages {
  packages: Package[];
  /** All of them together, every feature switched on. */
  resolved: Resolved;
  sources: ReadonlyMap<string, string>;
  problems: Problem[];
}

/**
 * Reads every WIT package in the given places, resolves them together and describes them. A place is a file, a folder
 * of one package, or a folder of such folders. A package that several places hold is taken from the first.
 */
export function loadPackages(places: readonly string[]): LoadedPackages {
  const loader = new WitLoader();
  const groups: WitGroup[] = [];
  const declared = new Set<string>();
  for (const folder of places.flatMap(packageFolders)) {
    const loaded = loader.load(folder);
    for (const group of loaded.groups) {
      const names = group.flatMap(({ value }) => packagesOf(value).declares);
      if (names.length > 0 && names.every((name) => declared.has(name))) continue;
      for (const name of names) declared.add(name);
      groups.push(group);
    }
  }
  const { value, problems } = check([[], ...groups], { allFeatures: true });
  return {
    packages: describe(value),
    resolved: value,
    sources: loader.sources,
    problems,
  };
}

/** The files and folders in a place that each hold one package. */
function packageFolders(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  const entries = readdirSync(place, { withFileTypes: true });
  if (entries.some((entry) => entry.isFile() && entry.name.endsWith('.wit'))) return [place];
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(place, name))
    .sort()
    .flatMap(packageFolders);
}
