import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { GitRepository } from '../git/git-repository.ts';
import { GitError, runGit } from '../git/run-git.ts';
import { fetchedPath } from './find-source.ts';
import type { Group } from './read-group.ts';

/** What became of one source. */
export interface FetchedSource {
  name: string;
  address: string;
  path: string;
  /** Git's own last line, where it could not be had: what was there before is there still. */
  error?: string;
}

/** Everything of a repository that a group may name: branches and tags. */
const REFS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

/**
 * Clones the sources of a group that are not there, and brings the others up to date, one after the other.
 * @param names which of them; all without it
 */
export async function fetchSources(
  group: Group,
  names: readonly string[],
  progress: (message: string) => void,
): Promise<FetchedSource[]> {
  const root = dirname(group.file ?? '');
  const fetched: FetchedSource[] = [];
  for (const [name, address] of group.sources) {
    if (names.length > 0 && !names.includes(name)) continue;
    progress(`fetching ${name} from ${address}`);
    const path = fetchedPath(root, name);
    try {
      await fetchSource(path, address, root);
      fetched.push({ name, address, path });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      fetched.push({ name, address, path, error: error.message });
    }
  }
  return fetched;
}

/** @param cwd what a relative address starts from */
async function fetchSource(path: string, address: string, cwd: string): Promise<void> {
  const at = cwd || '.';
  const known = await GitRepository.at(path).catch(() => null);
  if (known && (await addressOf(path)) === address) {
    const head = await mainBranch(address, at);
    const options = ['--quiet', '--prune', '--no-tags'];
    await runGit(['--git-dir', resolve(path), 'fetch', ...options, '--', address, ...REFS], { cwd: at });
    if (head) await runGit(['-C', path, 'symbolic-ref', 'HEAD', head]);
    return;
  }
  const staging = join(dirname(path), `.new-${process.pid}-${basename(path)}`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await runGit(['clone', '--quiet', '--mirror', '--', address, resolve(staging)], { cwd: at });
    await runGit(['-C', staging, 'config', 'remote.origin.url', address]);
    await rm(path, { recursive: true, force: true });
    await rename(staging, path);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function addressOf(path: string): Promise<string> {
  return String(await runGit(['-C', path, 'config', '--get', 'remote.origin.url']).catch(() => '')).trim();
}

/** The full name of the branch that a repository has as its main one. */
async function mainBranch(address: string, cwd: string): Promise<string | undefined> {
  const said = String(await runGit(['ls-remote', '--symref', '--', address, 'HEAD'], { cwd }));
  return /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(said)?.[1];
}
