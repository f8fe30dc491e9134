import { createClient, createCluster, RESP_TYPES } from 'redis';
import { type Clock, systemClock } from '../../clock.ts';
import { Deadlines } from './deadlines.ts';
import { explain } from './explain.ts';
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
} as const;

/** Rejects when the first attempt fails, so that the caller learns of it; afterwards tries for as long as it takes. */
function single(options: ConnectionOptions, timeoutMs: number) {
  const { url = LOCAL, username, password } = options;
  const client = createClient({
    ...shared,
    url,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...settings(() => wasReady, timeoutMs, options),
  });
  let wasReady = false;
  client.once('ready', () => {
    wasReady = true;
  });
  return client;
}

function cluster(nodes: readonly string[], options: ConnectionOptions, timeoutMs: number) {
  const { username, password } = options;
  const first = new URL(nodes[0] ?? '');
  const { socket, ...rest } = settings(() => true, timeoutMs, options, nodes[0]);
  return createCluster({
    ...shared,
    rootNodes: nodes.map((url) => ({ url })),
    defaults: {
      ...rest,
      socket,
      username: username ?? decodeURIComponent(first.username),
      password: password ?? decodeURIComponent(first.password),
    },
  });
}

function settings(wasReady: () => boolean, timeoutMs: number, { tls, url }: ConnectionOptions, node = url) {
  const timing = {
    connectTimeout: timeoutMs,
    reconnectStrategy: (retries: number, cause: Error) =>
      wasReady() ? Math.min(25 * 2 ** Math.min(retries, 6), 1000) : cause,
  };
  return {
    // While there is no connection calls fail at once: a guest can compute what it does not find.
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    socket: tls || node?.startsWith('rediss:') ? { ...timing, ...tls, tls: true as const } : timing,
  } as const;
}

function hostOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed && /^rediss?:$/.test(parsed.protocol)) return parsed.host;
  throw new Error('a Redis URL looks like redis://user:password@host:6379, and this one does not');
}

/** A connection that is made when it is first needed, and made again when it is lost. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #timeoutMs: number;
  readonly #deadlines: Deadlines;
  #client: ReturnType<typeof single> | ReturnType<typeof cluster> | undefined;
  #commands: Commands | undefined;
  #connecting: Promise<Commands> | undefined;
  readonly #where: string;
  #lastTrouble = '';
  #closed = false;

  constructor(options: ConnectionOptions, clock: Clock = systemClock) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 5_000;
    this.#deadlines = new Deadlines(clock, this.#timeoutMs);
    const urls = options.cluster ?? [options.url ?? LOCAL];
    this.#where = urls.map(hostOf).join(', ');
  }

  /** Calls of one turn of the event loop go out together. */
  call<T>(work: (commands: Commands) => Promise<T>): Promise<T> {
    return this.ask(work, itself, this.#fail);
  }

  /** The same, and what is made of the answer or failure, in a single step: reading has to be quick. */
  ask<A, B>(
    work: (commands: Commands) => Promise<A>,
    onValue: (value: A) => B,
    onError: (cause: unknown) => B | PromiseLike<B>,
  ): Promise<B> {
    if (this.#closed) return Promise.reject(new Error('the cache is closed'));
    const answer = this.#commands ? work(this.#commands) : this.#connect().then(work);
    return this.#deadlines.limit(answer, onValue, onError);
  }

  /** Hears the messages of a channel for as long as the connection is open. */
  async subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    await this.#connect();
    await this.#client?.subscribe(channel, (message) => listener(String(message)));
  }

  close(): void {
    this.#closed = true;
    this.#commands = undefined;
    this.#client?.destroy();
  }

  #connect(): Promise<Commands> {
    this.#connecting ??= this.#open().catch((cause) => {
      this.#connecting = undefined;
      throw cause;
    });
    return this.#connecting;
  }

  async #open(): Promise<Commands> {
    const nodes = this.#options.cluster;
    const client = nodes
      ? cluster(nodes, this.#options, this.#timeoutMs)
      : single(this.#options, this.#timeoutMs);
    client.on('error', (cause) => {
      this.#lastTrouble = explain(cause, this.#where);
    });
    this.#client = client;
    await client.connect();
    if (this.#closed) client.destroy();
    this.#commands = client;
    return client;
  }

  /** Throws the error for people that stands for the client's own. */
  readonly #fail = (cause: unknown): never => {
    throw this.explained(cause);
  };

  explained(cause: unknown): Error {
    const offline = cause instanceof Error && cause.constructor.name === 'ClientOfflineError';
    const why = explain(cause, this.#where);
    return new Error(offline && this.#lastTrouble ? `${why}: ${this.#lastTrouble}` : why);
  }
}

const itself = <T>(value: T) => value;
