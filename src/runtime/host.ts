import { asyncCacheHost, type Backend, cacheHost } from '../cache/index.ts';
import type { BinaryShape } from '../wit/index.ts';
import { type InterfaceName, isOf, parseInterfaceName } from './interface-name.ts';
import { cli, type OnExit } from './preview2/cli.ts';
import { clocks } from './preview2/clocks.ts';
import { outgoingHandler } from './preview2/http-client.ts';
import { httpTypes } from './preview2/http-types.ts';
import { io } from './preview2/io.ts';
import { stderr, stdin, stdout } from './preview3/standard-streams.ts';

/** What a component is given of this machine. */
export interface HostSettings {
  /** The arguments, the program's name first. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Folders of this machine by the paths at which the guest finds them. */
  folders: Readonly<Record<string, string>>;
  backend: Backend;
  /** Where outgoing requests without an authority go. */
  origin?: URL;
  onExit: OnExit;
}

/** The interfaces that the host has, by line of versions; each with its functions and classes as jco takes them. */
export type Offer = (name: string) => object | undefined;

/** The lines of versions that packages are offered at, for a reader. */
export const OFFERED: { packages: string[]; versions: string; matches: (version: string) => boolean }[] = [
  {
    packages: ['cli', 'clocks', 'filesystem', 'http', 'io', 'random', 'sockets'].map(
      (name) => `wasi:${name}`,
    ),
    versions: '0.2.x',
    matches: (version) => isOf('0.2', version),
  },
  {
    packages: ['cli', 'clocks', 'filesystem', 'http', 'random', 'sockets'].map((name) => `wasi:${name}`),
    versions: '0.3.x',
    matches: (version) => isOf('0.3', version),
  },
  {
    packages: ['wasi:keyvalue'],
    versions: '0.1.0',
    matches: (version) => version === '0.1.0',
  },
  {
    packages: ['witness:async-cache'],
    versions: '0.1.0-draft',
    matches: (version) => version === '0.1.0-draft',
  },
];

/** What one instance of a component is given. */
export interface GuestHost {
  offer: Offer;
  /** Gives back what the guest holds of the cache. */
  close(): void;
}

/**
 * Loads the shims that the imports of a component ask for. Each call of what comes back makes the host of one
 * instance; the shims, the store and the process's streams are shared by all.
 */
export async function openHost(shape: BinaryShape, settings: HostSettings): Promise<() => GuestHost> {
  const names = shape.imports.flatMap(({ name }) => parseInterfaceName(name) ?? []);
  const asks = (line: string, packages?: string[]) =>
    names.some(({ version, package: pkg }) => isOf(line, version) && (packages?.includes(pkg) ?? true));
  const preview2 = asks('0.2', ['filesystem', 'sockets', 'random']) ? await openPreview2(settings) : {};
  const preview3 = asks('0.3') ? await openPreview3(settings) : {};
  const own2: Record<string, Record<string, object>> = {
    cli: cli(settings),
    clocks,
    io,
    http: { types: httpTypes, 'outgoing-handler': outgoingHandler(settings.origin) },
  };
  const shared = ({ package: pkg, interface: face, version }: InterfaceName) => {
    if (isOf('0.2', version)) return own2[pkg]?.[face] ?? preview2[pkg]?.[camel(face)];
    return isOf('0.3', version) ? preview3[pkg]?.[camel(face)] : undefined;
  };
  return () => {
    const cache = cacheHost({ backend: settings.backend, suspends: true });
    const draft = asyncCacheHost({ backend: settings.backend });
    return {
      offer(name) {
        const parsed = parseInterfaceName(name);
        if (parsed?.namespace === 'witness') return Reflect.get(draft.imports, name);
        if (parsed?.namespace !== 'wasi') return undefined;
        const { package: pkg, interface: face, version } = parsed;
        if (pkg !== 'keyvalue') return shared(parsed);
        return version === '0.1.0' ? Reflect.get(cache.imports, `wasi:keyvalue/${face}`) : undefined;
      },
      close() {
        cache.close();
        draft.close();
      },
    };
  };
}

type Shim = Record<string, Record<string, object> | undefined>;

async function openPreview2({ folders }: HostSettings): Promise<Shim> {
  const shim = (await import('@bytecodealliance/preview2-shim')) as unknown as LoadedShim;
  shim.filesystem._setPreopens(folders);
  return { filesystem: shim.filesystem, sockets: shim.sockets, random: shim.random };
}

async function openPreview3({ args, env, folders, origin, onExit }: HostSettings): Promise<Shim> {
  const shim = (await import('@bytecodealliance/preview3-shim')) as unknown as LoadedShim;
  shim.filesystem._setPreopens(folders);
  const own2 = Object.fromEntries(
    Object.entries(cli({ args, env, onExit })).map(([name, face]) => [camel(name), face]),
  );
  const { initialCwd, ...rest } = own2.environment as { initialCwd: () => undefined };
  return {
    ...shim,
    cli: { ...shim.cli, ...own2, environment: { ...rest, getInitialCwd: initialCwd }, stdin, stdout, stderr },
    http: origin ? { ...shim.http, client: toOrigin(shim.http.client, origin) } : shim.http,
  };
}

interface LoadedShim extends Shim {
  filesystem: Record<string, object> & { _setPreopens(folders: Readonly<Record<string, string>>): void };
  http: Record<string, object> & { client: { send(request: Request3): Promise<object> } };
}

interface Request3 {
  getAuthority(): string | undefined;
  setAuthority(authority: string): void;
  setScheme(scheme: { tag: string }): void;
}

/** A client of 0.3 that sends requests without an authority to an origin. */
function toOrigin(client: LoadedShim['http']['client'], origin: URL): object {
  return {
    send(request: Request3) {
      if (request.getAuthority() === undefined) {
        request.setAuthority(origin.host);
        request.setScheme({ tag: origin.protocol === 'https:' ? 'HTTPS' : 'HTTP' });
      }
      return client.send(request);
    },
  };
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
