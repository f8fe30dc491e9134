import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** What a checkout of git says of itself. */
export interface Checkout {
  /** Its topmost folder, absolute. */
  root: string;
  /** The address of `origin`, as written: it may hold a password or lead to a folder of this machine. */
  remote?: string;
  /** The branch that `origin` has as its main one, or else the one that is checked out. */
  branch?: string;
  commit?: string;
}

/**
 * The checkout that a folder is in. Read from git's own files: no git has to be installed, and nobody's settings, which
 * may rewrite addresses, apply.
 */
export async function checkoutOf(folder: string): Promise<Checkout | null> {
  for (const root of upwards(folder)) {
    const git = await gitFolder(join(root, '.git'));
    if (!git) continue;
    const common = resolve(git, await line(join(git, 'commondir')));
    const head = /^ref: (.+)$/.exec(await line(join(git, 'HEAD')))?.[1];
    const main = /^ref: refs\/remotes\/origin\/(.+)$/.exec(
      await line(join(common, 'refs/remotes/origin/HEAD')),
    )?.[1];
    const remote = originIn(await text(join(common, 'config')));
    const branch = main ?? /^refs\/heads\/(?!\.)(.+)$/.exec(head ?? '')?.[1];
    const commit = head ? await commitAt(common, head) : await line(join(git, 'HEAD'));
    return {
      root,
      ...(remote && { remote }),
      ...(branch && { branch }),
      ...(/^[\da-f]{40,64}$/.test(commit) && { commit }),
    };
  }
  return null;
}

/** A folder and those that it is in, the innermost first. */
export function upwards(folder: string): string[] {
  const all = [resolve(folder)];
  for (let at = all[0] ?? ''; dirname(at) !== at; at = dirname(at)) all.push(dirname(at));
  return all;
}

/** Where git keeps its files: in a worktree and in a submodule `.git` is a file that names the place. */
async function gitFolder(path: string): Promise<string | null> {
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory()) return path;
  const place = info && /^gitdir: (.+)$/.exec(await line(path))?.[1];
  return place ? resolve(dirname(path), place) : null;
}

function originIn(config: string): string | undefined {
  const section = /^\s*\[remote "origin"\]\s*$([^[]*)/m.exec(config)?.[1] ?? '';
  return /^\s*url\s*=\s*(.+?)\s*$/m.exec(section)?.[1];
}

async function commitAt(git: string, ref: string): Promise<string> {
  const loose = await line(join(git, ref));
  if (loose) return loose;
  const packed = (await text(join(git, 'packed-refs'))).split('\n').find((one) => one.endsWith(` ${ref}`));
  return packed?.split(' ')[0] ?? '';
}

async function line(path: string): Promise<string> {
  return (await text(path)).split('\n')[0]?.trim() ?? '';
}

function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
