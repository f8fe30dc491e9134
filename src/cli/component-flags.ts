import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  CACHE_NAMES,
  type CacheName,
  type LoadedComponent,
  loadComponent,
  NoComponent,
} from '../runtime/index.ts';
import { choice, text, texts, toggle, type Values, wholeNumber } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The flags that `run` and `serve` share. */
export const COMPONENT_OPTIONS = {
  host: choice(CACHE_NAMES, 'the store behind the cache; memory unless told'),
  redis: text('URL', 'the server of --host redis; otherwise WITNESS_REDIS_URL, or the local one'),
  dir: texts('HOST::GUEST', 'a folder of this machine, and where the component finds it'),
  env: texts('NAME=VALUE', 'a variable; the component sees no others'),
  timeout: wholeNumber('milliseconds after which the component is ended', 1, 2 ** 31 - 1),
  trace: toggle('print each call over the boundary on standard error'),
};

/** What the flags say, checked. */
export interface ComponentFlags {
  cache: CacheName;
  redisUrl?: string;
  folders: Record<string, string>;
  env: Record<string, string>;
  timeoutMs?: number;
  trace: boolean;
}

/** @throws UsageError for a server, folder or variable that is none. */
export async function componentFlags(values: Values<typeof COMPONENT_OPTIONS>): Promise<ComponentFlags> {
  const { redis, trace, timeout } = values;
  if (redis !== undefined && !/^rediss?:$/.test(URL.parse(redis)?.protocol ?? ''))
    throw new UsageError(`--redis: expected an address such as redis://127.0.0.1:6379, found "${redis}"`);
  const cache = values.host ?? (redis === undefined ? 'memory' : 'redis');
  if (redis !== undefined && cache !== 'redis')
    throw new UsageError(`--redis goes with --host redis, found --host ${cache}`);
  return {
    cache,
    redisUrl: redis,
    folders: Object.fromEntries(await Promise.all(values.dir.map(folder))),
    env: Object.fromEntries(values.env.map(variable)),
    timeoutMs: timeout,
    trace,
  };
}

/** Reads and transpiles a component. @throws UsageError when the file is not there, Error when it is none. */
export async function readComponent(path: string): Promise<LoadedComponent> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? `there is no file ${path}` : error.message);
  });
  return loadComponent(bytes).catch((error: unknown) => {
    throw error instanceof NoComponent ? new Error(`${path} ${error.message}`) : error;
  });
}

async function folder(given: string): Promise<[guest: string, host: string]> {
  const parts = given.split('::');
  const [host = '', guest = host] = parts;
  if (parts.length > 2 || host === '' || guest === '')
    throw new UsageError(`--dir: expected HOST::GUEST, such as ./data::/data, found "${given}"`);
  const found = await stat(host).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`--dir: ${host} is no folder`);
  return [guest, resolve(host)];
}

function variable(given: string): [name: string, value: string] {
  const at = given.indexOf('=');
  if (at < 1) throw new UsageError(`--env: expected NAME=VALUE, found "${given}"`);
  return [given.slice(0, at), given.slice(at + 1)];
}
