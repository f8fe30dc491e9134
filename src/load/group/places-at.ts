import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { guess } from '../../schema/index.ts';
import type { Source } from './find-source.ts';
import { GitPlace, type Place } from './git-place.ts';
import { type GroupPath, globMatcher, isGlob } from './group-path.ts';

/** What a path may lead to. */
export interface Surroundings {
  /** The folder that paths without a source are relative to; empty for the working directory. */
  folder: string;
  /** Names of sources. */
  names: ReadonlySet<string>;
  sourceNamed(name: string): Promise<Source | null>;
}

export type Found =
  | { places: Place[]; source?: Source }
  /** Why it leads nowhere. */
  | { wrong: string; hint?: string }
  /** The source that is not at hand. */
  | { missing: string };

/** The places that a path leads to: several where it holds a pattern. */
export async function placesAt(
  path: GroupPath,
  { folder, names, sourceNamed }: Surroundings,
): Promise<Found> {
  if (path.source === undefined) return onDisk(path, folder, folder);
  if (!names.has(path.source)) {
    const hint =
      guess(path.source, names) ??
      (names.size > 0 ? `there are: ${[...names].join(', ')}` : 'name it below "sources"');
    return { wrong: `unknown source "${path.source}"`, hint };
  }
  const source = await sourceNamed(path.source);
  if (!source) return { missing: path.source };
  const { repository } = source;
  if (path.tags === undefined && (!repository || repository.hasWorkTree)) {
    const found = onDisk(path, source.path, source.path);
    return 'places' in found ? { ...found, source } : found;
  }
  if (!repository) return { wrong: `expected a git repository at ${source.path}, which has no tags` };
  if (path.tags !== undefined && repository.isShallow)
    return {
      wrong: `the source "${source.name}" is a shallow copy, which may lack tags`,
      hint: `run: git -C ${source.path} fetch --unshallow --tags`,
    };
  return inGit(path, source, new GitPlace(path, repository));
}

async function inGit({ tags, path, written }: GroupPath, source: Source, place: GitPlace): Promise<Found> {
  const revisions = await place.revisions();
  if (tags !== undefined && revisions.length === 0) {
    const known = (await place.repository.tags()).map(({ name }) => name);
    const hint =
      known.length > 0 ? `the newest tags are ${known.slice(0, 5).join(', ')}` : 'it has no tags at all';
    return { wrong: `no tag of the source "${source.name}" is like "${tags}"`, hint };
  }
  if (revisions.some(({ files }) => files.length > 0)) return { places: [place], source };
  const where =
    tags === undefined ? `the source "${source.name}"` : `the tags "${tags}" of the source "${source.name}"`;
  return { wrong: `"${written}" leads nowhere: there is no "${path}" in ${where}` };
}

/** @param root the folder that the path must not leave, not even by a link */
function onDisk({ path, written, source }: GroupPath, folder: string, root: string): Found {
  const wanted = isGlob(path)
    ? matching(folder, path)
    : [join(folder, path) || '.'].filter((one) => existsSync(one));
  if (wanted.length === 0)
    return { wrong: `"${written}" leads nowhere: there is no "${join(folder, path)}"` };
  const out = source === undefined ? undefined : wanted.find((one) => !isInside(one, root));
  if (out !== undefined) return { wrong: `"${written}" leads out of its source` };
  return { places: wanted };
}

/** Files and folders below a folder whose path is as a pattern says; what is below such a folder belongs to it. */
function matching(folder: string, pattern: string): string[] {
  const fits = globMatcher(pattern.replace(/^\.\//, ''), false);
  const levels = pattern.split('/').includes('**') ? 16 : pattern.split('/').length;
  const walk = (at: string, level: number): string[] => {
    const full = join(folder, at) || '.';
    if (at !== '' && fits(at)) return [full];
    if (level >= levels || !statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(full)
      .filter((name) => name !== '.git' && name !== 'node_modules')
      .sort()
      .flatMap((name) => walk(at === '' ? name : `${at}/${name}`, level + 1));
  };
  return walk('', 0);
}

function isInside(path: string, root: string): boolean {
  const way = relative(realpathSync(root || '.'), realpathSync(path));
  return way !== '..' && !way.startsWith(`..${sep}`);
}
