import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitRepository } from '../git/git-repository.ts';

/** A source that is at hand: a repository, or a folder without one. */
export interface Source {
  name: string;
  /** As problems name it. */
  path: string;
  repository: GitRepository | null;
}

/** Where `witness fetch` puts a source, from the folder of `witness.yml`. */
export function fetchedPath(root: string, name: string): string {
  return join(root, '.witness', 'sources', name);
}

/** The source at a path; null when there is no such folder. @throws GitError when git refuses to read it. */
export async function findSource(name: string, path: string): Promise<Source | null> {
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory()) return null;
  return { name, path, repository: await GitRepository.at(path) };
}
