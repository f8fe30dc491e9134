import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { check, describe, type Package, packagesOf, type Resolved } from '../wit/index.ts';
import type { GitWit } from './group/git-wit.ts';
import { isFolder, type WitGroup, WitLoader } from './wit-loader.ts';

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
 * of one package, or a folder of such folders. A package that several places hold is taken from the first. Folders
 * beside the files of a package hold packages of their own; what is in its `deps/` comes along with it.
 * @param inGit packages that were read from git, which come after those
 * @throws when there is no such place
 */
export function loadPackages(places: readonly string[], inGit: GitWit = NOTHING): LoadedPackages {
  for (const place of places) if (!existsSync(place)) throw new Error(`no file or folder "${place}"`);
  const loader = new WitLoader();
  const groups: WitGroup[] = [];
  const declared = new Set<string>();
  const onDisk = places
    .flatMap((place) => packageFolders(place))
    .flatMap((folder) => loader.load(folder).groups);
  for (const group of [...onDisk, ...inGit.groups, ...inGit.copies]) {
    const names = group.flatMap(({ value }) => packagesOf(value).declares);
    if (names.length > 0 && names.every((name) => declared.has(name))) continue;
    for (const name of names) declared.add(name);
    groups.push(group);
  }
  const { value, problems } = check([[], ...groups], { allFeatures: true });
  return {
    // Without a name there is no address; that the name is missing is among the problems.
    packages: describe(value).filter((pkg) => pkg.package !== ''),
    resolved: value,
    sources: new Map([...loader.sources, ...inGit.sources]),
    problems: [...withoutConsequences(problems), ...inGit.problems],
  };
}

const NOTHING: GitWit = { groups: [], copies: [], sources: new Map(), problems: [] };

/** What cannot be read declares no package either: said once is enough. */
function withoutConsequences(problems: readonly Problem[]): Problem[] {
  const isUnread = ({ rule }: Problem) => rule.startsWith('load/');
  const unread = new Set(problems.filter(isUnread).map(({ path }) => path));
  return problems.filter((problem) => isUnread(problem) || !unread.has(problem.path));
}

/** The files and folders in a place that each hold one package. @param seen what was looked into: links may lead in a circle. */
function packageFolders(place: string, seen = new Set<string>()): string[] {
  if (!isFolder(place)) return [place];
  let names: string[];
  try {
    const real = realpathSync(place);
    if (seen.has(real)) return [];
    seen.add(real);
    names = readdirSync(place).sort();
  } catch {
    // Whoever reads it says why it cannot be read.
    return [place];
  }
  const folders = names.filter((name) => isFolder(join(place, name)));
  const isPackage = names.some((name) => name.endsWith('.wit') && !folders.includes(name));
  const below = folders
    .filter((name) => !(isPackage && name === 'deps'))
    .flatMap((name) => packageFolders(join(place, name), seen));
  return isPackage ? [place, ...below] : below;
}
