/** Sentinels that know which server is the primary. */
export interface SentinelOptions {
  /** The name by which the sentinels know the group of servers: `mymaster`. */
  name: string;
  /** The URLs of some sentinels. */
  nodes: readonly string[];
  /** Of the sentinels themselves, where they ask for it. */
  username?: string;
  password?: string;
}

/** A client of the package `redis`, from version 5 on, that its owner has connected: of a server or of a cluster. */
export interface ReadyClient {
  get(key: string): Promise<unknown>;
  evalSha(digest: string, options?: { keys?: string[]; arguments?: string[] }): Promise<unknown>;
  withTypeMapping(mapping: object): object;
  duplicate(): object;
}

export interface ConnectionOptions {
  /** `redis://[[user]:password@]host[:port][/database]`, or `rediss:` for TLS. Default: `redis://127.0.0.1:6379`. */
  url?: string;
  /** The URLs of some nodes of a cluster, in place of `url`; the others are found through them. */
  cluster?: readonly string[];
  /** Sentinels to ask for the primary, in place of `url`. */
  sentinel?: SentinelOptions;
  /** A client that is connected already, in place of `url`. Closing the cache leaves it open. */
  client?: ReadyClient;
  username?: string;
  password?: string;
  /** PEM texts for TLS, where the system's own certificates are not enough. Implies TLS. */
  tls?: { ca?: string; cert?: string; key?: string };
  /** How long a call, or the making of a connection, may take. Default: 5 seconds. */
  timeoutMs?: number;
}

/** What a client of a server and one of a cluster have in common, beside the commands. */
export interface Client {
  connect(): Promise<unknown>;
  close(): Promise<unknown>;
  destroy(): void;
  on(event: string, listener: (cause: unknown) => void): Client;
  subscribe(channel: string, listener: (message: unknown) => void): Promise<unknown>;
}

/** The part of the official client that is used, which its cluster has too. Texts come back as buffers. */
export interface Commands {
  get(key: string): Promise<Buffer | null>;
  exists(key: string): Promise<number>;
  hmGet(key: string, fields: string[]): Promise<(Buffer | null)[]>;
  hSet(key: string, fields: [string, string | Buffer][]): Promise<number>;
  pExpire(key: string, ms: number): Promise<unknown>;
  unlink(key: string): Promise<number>;
  publish(channel: string, message: string): Promise<unknown>;
  evalSha(digest: string, options: { keys: string[]; arguments: (string | Buffer)[] }): Promise<unknown>;
  eval(text: string, options: { keys: string[]; arguments: (string | Buffer)[] }): Promise<unknown>;
}

const LOCAL = 'redis://127.0.0.1:6379';

/** The type of a text in the protocol, which is to come back as its bytes. */
export const AS_BUFFERS = { 36: Buffer } as const;

const shared = {
  // One timer for all calls takes the place of the client's own for each.
  commandOptions: { timeout: 0, typeMapping: AS_BUFFERS },
  // While there is no connection calls fail at once: a guest can compute what it does not find.
  disableOfflineQueue: true,
  maintNotifications: 'disabled',
} as const;

/** The servers' addresses, with TLS where certificates were given. Throws, without showing it, for what is none. */
export function addresses({ url = LOCAL, cluster, sentinel, client, tls }: ConnectionOptions): URL[] {
  if (client) return [];
  return (cluster ?? sentinel?.nodes ?? [url]).map((text) => {
    const parsed = URL.parse(tls && !sentinel ? text.replace(/^redis:/, 'rediss:') : text);
    if (parsed && /^rediss?:$/.test(parsed.protocol)) return parsed;
    throw new Error('a Redis URL looks like redis://user:password@host:6379, and this one does not');
  });
}

/**
 * A client that is not connected yet: of one server, or of the cluster that several belong to. Before `wasReady` it
 * gives up when the first attempt fails, so that the caller learns of it; afterwards it tries for as long as it takes.
 */
export async function makeClient(
  nodes: readonly URL[],
  options: ConnectionOptions & { timeoutMs: number; wasReady: () => boolean },
): Promise<Client> {
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

/** The client's package, which only those need who use this backend. */
export async function clientPackage(): Promise<typeof import('redis')> {
  try {
    return await import('redis');
  } catch (cause) {
    throw new Error('the redis backend needs the package "redis": npm install redis', { cause });
  }
}

async function single(nodes: readonly URL[], options: ConnectionOptions, socket: Socket): Promise<Client> {
  const { username, password, tls } = options;
  const { createClient } = await clientPackage();
  return createClient({
    ...shared,
    ...given({ username, password }),
    url: String(nodes[0]),
    socket: { ...tls, ...socket },
  }) as unknown as Client;
}

/** The nodes that are found have no URLs, so what those of the first ones say is said for all. */
async function cluster(nodes: readonly URL[], options: ConnectionOptions, socket: Socket): Promise<Client> {
  const { username, password, tls } = options;
  const [first] = nodes;
  const { createCluster } = await clientPackage();
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
  }) as unknown as Client;
}

/** Those of the credentials that there are: an empty user name is not the default one. */
export function given(credentials: { username?: string; password?: string }): typeof credentials {
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => value));
}
