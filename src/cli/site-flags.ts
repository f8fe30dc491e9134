import { resolve } from 'node:path';
import { type Repository, repositoryNamed } from '../load/index.ts';
import { type Flags, UsageError } from './command.ts';

/** The flags that `build`, `dev`, `preview` and `start` share. */
export const SITE_OPTIONS = {
  meetings: { type: 'string', multiple: true },
  wit: { type: 'string', multiple: true },
  proposals: { type: 'string' },
  out: { type: 'string' },
  base: { type: 'string' },
  site: { type: 'string' },
  repository: { type: 'string' },
  strict: { type: 'boolean' },
} as const;

/** What the flags say, checked. Folders of input stay as given, so that problems name them that way. */
export interface SiteFlags {
  meetings: string[];
  wit: string[];
  proposals?: string;
  outDir: string;
  base: string;
  site?: string;
  repository?: Repository;
  strict: boolean;
}

/** @throws UsageError for an origin or a repository that is none, and for words that belong to no flag. */
export function siteFlags(positionals: string[], flags: Flags): SiteFlags {
  if (positionals.length > 0) throw new UsageError(`expected only flags, found "${positionals.join(' ')}"`);
  const site = text(flags.site);
  if (site && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    throw new UsageError(`--site: expected an address such as https://example.org, found "${site}"`);
  return {
    meetings: texts(flags.meetings),
    wit: texts(flags.wit),
    proposals: text(flags.proposals),
    outDir: resolve(text(flags.out) ?? 'dist'),
    base: basePath(text(flags.base) ?? ''),
    site,
    repository: repository(text(flags.repository)),
    strict: flags.strict === true,
  };
}

/** @throws UsageError for what would have to be written in another way in links. */
function basePath(given: string): string {
  const base = `/${given.replace(/^\/+|\/+$/g, '')}`;
  if (!/^\/[\w.~/-]*$/.test(base) || URL.parse(base, 'http://site')?.pathname !== base)
    throw new UsageError(
      `--base: expected a path such as /notes/, of letters, digits and "-", ".", "_", "~" or "/", found "${given}"`,
    );
  return base;
}

function repository(given: string | undefined): Repository | undefined {
  if (given === undefined) return undefined;
  const found = repositoryNamed(given);
  if (!found)
    throw new UsageError(
      `--repository: expected a public address such as https://github.com/owner/name, found "${given}"`,
    );
  return found;
}

/** @throws UsageError for a port that is none. */
export function portFlag(flags: Flags): number | undefined {
  const given = text(flags.port);
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port: expected a number from 0 to 65535, found "${given}"`);
  return port;
}

function text(flag: Flags[string]): string | undefined {
  return typeof flag === 'string' ? flag : undefined;
}

function texts(flag: Flags[string]): string[] {
  return Array.isArray(flag) ? flag.filter((one) => typeof one === 'string') : [];
}
