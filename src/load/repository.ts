/** A repository that anybody can look at, by its public address. */
export interface Repository {
  /** Without a user, a password, `.git` or anything behind it: `https://github.com/WebAssembly/wasi-cli`. */
  url: string;
  /** Whose addresses of files and issues it has. */
  forge: 'github' | 'gitlab' | 'forgejo' | 'other';
  /** The branch that the address names, as `/tree/next` does; undefined where it names none. */
  branch?: string;
}

/** What stands between a repository and a branch, in the order in which they are tried. */
const BRANCHES = ['/-/tree/', '/-/blob/', '/tree/', '/blob/', '/src/branch/'];

/** Hosts that mean something only on this machine or in a private network. */
const PRIVATE =
  /^(?:localhost|[\d.]+|\[.*\]|[^.]+)$|\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private)$/;

/**
 * The repository that a remote of git leads to: `https://…`, `ssh://…`, `git://…` or `git@host:owner/name`. Null for
 * everything else, such as a folder of this machine, and for hosts of a private network.
 */
export function repositoryAt(address: string): Repository | null {
  const [, scpHost, scpPath] = /^(?:[^@/\s]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/)(.+)$/.exec(address.trim()) ?? [];
  const text = scpHost ? `ssh://${scpHost}/${scpPath}` : address.trim().replace(/^git\+/, '');
  const url = /^(?:https?|ssh|git):\/\//.test(text) && URL.canParse(text) ? new URL(text) : null;
  const host = url?.hostname.toLowerCase() ?? '';
  if (!url || PRIVATE.test(host)) return null;
  const forge = forgeOf(host);
  const { path, branch } = parts(url.pathname);
  const names = path.split('/').filter(Boolean);
  const own = forge === 'github' || forge === 'forgejo' ? names.slice(0, 2) : names;
  if (own.length < 2 || !own.every((name) => /^(?!\.+$)[\w.~-]+$/.test(name))) return null;
  // A port of ssh is none of the web.
  const web = /^https?:$/.test(url.protocol)
    ? `${url.protocol}//${url.host.toLowerCase()}`
    : `https://${host}`;
  return { url: `${web}/${own.join('/')}`, forge, ...(branch && { branch }) };
}

/** The same for what people write into `package.json` or a flag, where `owner/name` and `gitlab:owner/name` will do. */
export function repositoryNamed(text: string): Repository | null {
  const [, host = 'github', own] =
    /^(?:(github|gitlab|codeberg):)?([\w.-]+\/[\w.-]+)$/.exec(text.trim()) ?? [];
  return repositoryAt(own ? `https://${host}.${host === 'codeberg' ? 'org' : 'com'}/${own}` : text);
}

function forgeOf(host: string): Repository['forge'] {
  if (/(?:^|\.)github\./.test(host)) return 'github';
  if (/(?:^|\.)gitlab\./.test(host)) return 'gitlab';
  return /(?:^|\.)(?:codeberg|forgejo|gitea)\./.test(host) ? 'forgejo' : 'other';
}

function parts(pathname: string): { path: string; branch?: string } {
  const mark = BRANCHES.find((one) => pathname.includes(one));
  const [path = '', rest] = mark ? pathname.split(mark) : [pathname];
  const branch = rest?.replace(/\/+$/, '');
  return { path: path.replace(/\/+$/, '').replace(/\.git$/, ''), ...(branch && { branch }) };
}
