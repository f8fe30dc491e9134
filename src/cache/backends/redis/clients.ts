import { createClient, createCluster, RESP_TYPES } from 'redis';
import { scripts } from './scripts.ts';

export interface ConnectionOptions {
  /** `redis://[[user]:password@]host[:port][/database]`, or `rediss:` for TLS. Default: `redis://127.0.0.1:6379`. */
  url?: string;
  /** The URLs of some nodes of a cluster, in place of `url`; the others are found through them. */
  cluster?: readonly string[];
  username?: string;
  password?: string;
  /** PEM texts for TLS, where the system's own certificates are not enough. Implies TLS. */
  tls?: { ca?: string; cert?: string; key?: string };
  /** How long a call, or the making of a connection, may take. Default: 5 seconds. */
  timeoutMs?: number;
}

/** The part of the official client that is used, which its cluster has too. */
export type Commands = Pick<
  ReturnType<typeof single>,
  'get' | 'exists' | 'hmGet' | 'hSet' | 'pExpire' | 'unlink' | keyof typeof scripts
>;

const LOCAL = 'redis://127.0.0.1:6379';

const shared = {
  scripts,
  // One timer for all calls takes the place of the client's own for each.
  commandOptions: { timeout: 0, typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  // While there is no connection calls fail at once: a guest can compute what it does not find.
  disableOfflineQueue: true,
  maintNotifications: 'disabled',
} as const;

/** The servers' addresses, with TLS where certificates were given. Throws, without showing it, for what is none. */
export function addresses({ url = LOCAL, cluster, tls }: ConnectionOptions): URL[] {
  return (cluster ?? [url]).map((text) => {
    const parsed = URL.parse(tls ? text.replace(/^redis:/, 'rediss:') : text);
    if (parsed && /^rediss?:$/.test(parsed.protocol)) return parsed;
    throw new Error('a Redis URL looks like redis://user:password@host:6379, and this one does not');
  });
}

/**
 * A client that is not connected yet: of one server, or of the cluster that several belong to. Before `wasReady` it
 * gives up when the first attempt fails, so that the caller learns of it; afterwards it tries for as long as it takes.
 */
export function makeClient(
  nodes: readonly URL[],
  options: ConnectionOptions & { timeoutMs: number; wasReady: () => boolean },
) {
  const socket = {
    // What is longer than a timer can be would end at once.
    connectTimeout: Math.min(options.timeoutMs, 2 ** 31 - 1),
    reconnectStrategy: (retries: number, cause: Error) =>
      options.wasReady() ? Math.min(25 * 2 ** Math.min(retries, 6), 1000) : cause,
  };
  return options.cluster ? cluster(nodes, options, socket) : single(nodes, options, socket);
}

interface Socket {
  connectTimeout: number;
  reconnectStrategy(retries: number, cause: Error): number | Error;
}

function single(nodes: readonly URL[], { username, password, tls }: ConnectionOptions, socket: Socket) {
  return createClient({
    ...shared,
    ...given({ username, password }),
    url: String(nodes[0]),
    socket: { ...tls, ...socket },
  });
}

/** The nodes that are found have no URLs, so what those of the first ones say is said for all. */
function cluster(nodes: readonly URL[], { username, password, tls }: ConnectionOptions, socket: Socket) {
  const [first] = nodes;
  return createCluster({
    ...shared,
    rootNodes: nodes.map((url) => ({ url: String(url) })),
    defaults: {
      disableOfflineQueue: true,
      maintNotifications: 'disabled',
      ...given({
        username: username ?? decodeURIComponent(first?.username ?? ''),
        password: password ?? decodeURIComponent(first?.password ?? ''),
      }),
      socket: first?.protocol === 'rediss:' ? { ...tls, ...socket, tls: true } : socket,
    },
  });
}

/** Those of the credentials that there are: an empty user name is not the default one. */
function given(credentials: { username?: string; password?: string }): typeof credentials {
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => value));
}
