import { readFile, stat } from 'node:fs/promises';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { checkoutOf, upwards } from './checkout.ts';
import { type Environment, pipelineOf } from './pipeline.ts';
import { type Repository, repositoryAt, repositoryNamed } from './repository.ts';

/** Where a folder that was read is at home, told without a word about this machine. */
export interface FileOrigin {
  /** How the paths of its files begin, as they were read: `../our-notes`; empty for the working directory. */
  given: string;
  /** The same from the top of what it belongs to: `minutes`; empty for the top itself. */
  path: string;
  /** Where everybody can find it; null when nothing says. */
  repository: (Repository & { branch: string }) | null;
  /** What was checked out. */
  commit?: string;
}

/**
 * Finds out where a file or folder is at home. The address is the one that was told, or else `repository` in the nearest
 * `package.json`, or else what a pipeline says of its checkout, or else the remote `origin`, if it is a forge that
 * everybody can reach.
 * @param told overrules everything else.
 */
export async function findOrigin(
  given: string,
  told?: Repository,
  env: Environment = process.env,
): Promise<FileOrigin> {
  const place = resolve(given);
  const folder = (await stat(place)).isDirectory() ? place : dirname(place);
  // A folder in `node_modules` came from a registry, whatever checkout that stands in.
  const isInstalled = /[\\/]node_modules[\\/]/.test(folder);
  const checkout = isInstalled ? null : await checkoutOf(folder);
  const pipeline = isInstalled ? null : pipelineOf(folder, env, checkout?.root);
  const manifest = await manifestAbove(folder, checkout?.root ?? pipeline?.root);
  const repository =
    told ??
    manifest?.repository ??
    pipeline?.repository ??
    (checkout?.remote ? forge(checkout.remote) : null);
  const branch = told?.branch ?? pipeline?.branch ?? checkout?.branch ?? 'main';
  const commit = pipeline ? pipeline.commit : checkout?.commit;
  const top = checkout?.root ?? pipeline?.root;
  const root = top ?? manifest?.root ?? dirname(place);
  return {
    given: slashed(normalize(given)),
    path: slashed(join(top ? '' : (manifest?.directory ?? ''), relative(root, place))),
    repository: repository && { ...repository, branch },
    ...(commit && { commit }),
  };
}

/** Somebody's own server could be anything: only what is known to be a forge counts. */
function forge(remote: string): Repository | null {
  const found = repositoryAt(remote);
  return found?.forge === 'other' ? null : found;
}

interface Manifest {
  root: string;
  repository: Repository | null;
  /** Where the package lies in its repository. */
  directory: string;
}

/** The nearest `package.json`, in a checkout the nearest one that names a repository. */
async function manifestAbove(folder: string, top: string | undefined): Promise<Manifest | null> {
  let nearest: Manifest | null = null;
  for (const root of upwards(folder)) {
    const text = await readFile(join(root, 'package.json'), 'utf8').catch(() => null);
    const found = text === null ? null : { root, ...repositoryIn(text) };
    if (found && (found.repository || !top)) return found;
    nearest ??= found;
    if (top && resolve(top) === root) break;
  }
  return nearest;
}

/** What `package.json` says in `repository`: a name, an address, or an address and a folder. */
function repositoryIn(text: string): Omit<Manifest, 'root'> {
  let given: { repository?: string | { url?: string; directory?: string } } | null = null;
  try {
    given = JSON.parse(text);
  } catch {}
  const repository = typeof given?.repository === 'string' ? { url: given.repository } : given?.repository;
  const found = repositoryNamed(repository?.url ?? '');
  return {
    // `/tree/main/packages/x` in an address names a folder and not a branch.
    repository: found && { url: found.url, forge: found.forge },
    directory: repository?.directory ?? '',
  };
}

/** As others write it, without a dot for the folder itself and without a slash at the end. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/$/, '').replace(/^\.$/, '');
}
