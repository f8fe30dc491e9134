import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { EMPTY_TREE, type Testsuite, type Tree } from '../conformance/index.ts';
import { GitRepository } from './git/git-repository.ts';

/** The branches of the official repository in which its parts lie. */
const BRANCHES = {
  tests: 'prod/testsuite-base',
  expectations: 'main',
  results: 'prod/daily-test-results',
} as const;

/**
 * The parts of a test suite: folders `tests`, `expectations` and `results` of DIR, and what is not there from the
 * branches of the official repository, where DIR is one of its checkouts or bare repositories.
 * @throws Error when DIR is neither.
 */
export async function loadTestsuite(dir: string): Promise<Testsuite> {
  if (!(await isFolder(dir))) throw new Error(`there is no folder ${dir}`);
  const repository = await GitRepository.at(dir);
  const partOf = async (part: keyof typeof BRANCHES, ending: string): Promise<Tree> => {
    const folder = await folderTree(dir, part);
    if (folder.paths.some((path) => path.endsWith(ending))) return folder;
    return (repository && (await branchTree(repository, BRANCHES[part], `${part}/`))) ?? folder;
  };
  const testsuite = {
    tests: await partOf('tests', '.wasm'),
    expectations: await partOf('expectations', '.toml'),
    results: await partOf('results', '.json'),
  };
  if (Object.values(testsuite).every(({ paths }) => paths.length === 0))
    throw new Error(
      `${dir} holds no test suite: expected folders tests, expectations or results, or a git repository with the branches ${Object.values(BRANCHES).join(', ')}`,
    );
  return testsuite;
}

async function folderTree(dir: string, part: string): Promise<Tree> {
  const top = join(dir, part);
  if (!(await isFolder(top))) return EMPTY_TREE;
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
  return {
    paths,
    async read(wanted) {
      const found = new Map<string, Uint8Array>();
      for (const path of wanted) {
        const bytes = await readFile(join(dir, path)).catch(() => undefined);
        if (bytes) found.set(path, bytes);
      }
      return found;
    },
    label: (path) => join(dir, path),
  };
}

/** A branch as it stands in a clone of one's own, or in one of somebody else's. */
async function branchTree(
  repository: GitRepository,
  branch: string,
  prefix: string,
): Promise<Tree | undefined> {
  for (const revision of [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`]) {
    const listed = await repository.files(revision).catch(() => undefined);
    if (!listed) continue;
    const ids = new Map(
      listed.files.filter(({ path }) => path.startsWith(prefix)).map(({ path, id }) => [path, id]),
    );
    return {
      paths: [...ids.keys()],
      async read(wanted) {
        const blobs = await repository.read(wanted.flatMap((path) => ids.get(path) ?? []));
        return new Map(
          wanted.flatMap((path) => {
            const bytes = blobs.get(ids.get(path) ?? '');
            return bytes ? [[path, bytes]] : [];
          }),
        );
      },
      label: (path) => `${branch}:${path}`,
    };
  }
  return undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
