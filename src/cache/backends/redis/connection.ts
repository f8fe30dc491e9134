import {
  AS_BUFFERS,
  addresses,
  type Client,
  type Commands,
  type ConnectionOptions,
  clientPackage,
  makeClient,
  type ReadyClient,
} from './clients.ts';
import { Deadlines, NoAnswer } from './deadlines.ts';
import { explain } from './explain.ts';
import { run, type Script } from './scripts.ts';
import { primaryOf } from './sentinels.ts';

type Work<T> = (commands: Commands) => Promise<T>;

/** A connection in use. */
interface Link {
  commands: Commands;
  /** Ends it when the calls under way are answered, or at once. */
  close(calls: 'answered' | 'given up'): void;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
}

/** A server that answers so has done nothing: what was asked may be asked again, here or where the primary is now. */
const NOTHING_DONE = /^(READONLY|LOADING|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|UNBLOCKED|NOREPLICAS)\b/;

/** Of these, those that say that the primary is somewhere else. */
const ELSEWHERE = /^(READONLY|MASTERDOWN|UNBLOCKED)\b/;

/** How long a call that nothing came of is asked again. */
const FOLLOW_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** After a failure to connect, how long those who ask at once are told the same. */
const REFUSE_MS = 100;

/** How often it is asked whether the primary is still the same, where sentinels know. */
const SENTINEL_MS = 1_000;

/** How often a cluster is asked anew for its nodes, while one cannot be reached. */
const CLUSTER_MS = 500;

/**
 * A connection that is made when it is first needed, and made anew when it is lost, when it goes silent, and when the
 * server at its other end is no primary any more.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #timeoutMs: number;
  readonly #deadlines: Deadlines;
  readonly #nodes: URL[];
  #link: Link | undefined;
  #connecting: Promise<Link> | undefined;
  #refused: { cause: unknown; until: number } | undefined;
  #primary: string | undefined;
  #sentinelsAskedAt = 0;
  #clusterAskedAt = 0;
  readonly #where: string;
  readonly #listeners = new Map<string, (message: string) => void>();
  #lastTrouble = '';
  #closed = false;
  #loading: Promise<unknown> | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 5_000;
    this.#deadlines = new Deadlines(this.#timeoutMs, this.#late);
    this.#nodes = addresses(options);
    this.#where = this.#nodes.map(({ host }) => host).join(', ');
    if (options.client) return;
    // Reading the client's code takes a while, and is no part of the time that a call may take.
    this.#loading = clientPackage();
    this.#loading.then(
      () => {
        this.#loading = undefined;
      },
      () => {},
    );
  }

  /** Calls of one turn of the event loop go out together. */
  call<T>(work: Work<T>): Promise<T> {
    return this.ask(work, itself, this.#fail);
  }

  /** The answer of a script. */
  run(script: Script, keys: string[], args: (string | Buffer)[]): Promise<unknown> {
    return this.call((commands) => run(commands, script, keys, args));
  }

  /** The same as `call`, and what is made of the answer or failure, in a single step: reading has to be quick. */
  ask<A, B>(
    work: Work<A>,
    onValue: (value: A) => B,
    onError: (cause: unknown) => B | PromiseLike<B>,
  ): Promise<B> {
    if (this.#closed) return Promise.reject(new Error('the cache is closed'));
    if (this.#loading) return this.#loading.then(() => this.ask(work, onValue, onError), onError);
    if (this.#options.sentinel) this.#followSentinels();
    const link = this.#link;
    const answer = link ? work(link.commands) : this.#connect().then(({ commands }) => work(commands));
    return this.#deadlines.limit(answer, onValue, (cause) => {
      this.#askCluster(link, cause);
      if (!NOTHING_DONE.test(textOf(cause))) return onError(cause);
      return this.#again(work, link ?? this.#link, cause).then(onValue, onError);
    });
  }

  /** Hears the messages of a channel for as long as the connection is open. */
  async subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    this.#listeners.set(channel, listener);
    const link = this.#link ?? (await this.#connect());
    await link.subscribe(channel, listener);
  }

  close(): void {
    this.#closed = true;
    this.#link?.close('given up');
    this.#link = undefined;
  }

  /** Asks again, for a while, what a server could not do, where the primary is by then. */
  async #again<T>(work: Work<T>, first: Link | undefined, firstCause: unknown): Promise<T> {
    const end = performance.now() + Math.min(FOLLOW_MS, this.#timeoutMs);
    let cause = firstCause;
    let link = first;
    let pauseMs = FIRST_PAUSE_MS;
    do {
      const isElsewhere = ELSEWHERE.test(textOf(cause));
      if (isElsewhere) this.#leave(link, 'answered');
      // The first connection anew is made at once; others wait for servers to agree.
      if (!isElsewhere || link !== first) {
        await pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
      try {
        link = this.#link ?? (await this.#connect());
        return await this.#deadlines.limit(work(link.commands), itself, rethrow);
      } catch (error) {
        cause = error;
      }
    } while (NOTHING_DONE.test(textOf(cause)) && performance.now() < end);
    throw cause;
  }

  /** A node that does not come back may have been replaced: now and then the cluster is asked who is there. */
  #askCluster(link: Link | undefined, cause: unknown): void {
    const now = performance.now();
    if (!this.#options.cluster || !isOffline(cause) || now < this.#clusterAskedAt + CLUSTER_MS) return;
    this.#clusterAskedAt = now;
    this.#leave(link, 'answered');
  }

  #connect(): Promise<Link> {
    if (this.#refused && performance.now() < this.#refused.until) return Promise.reject(this.#refused.cause);
    this.#connecting ??= this.#open().then(
      (link) => {
        this.#connecting = undefined;
        if (this.#closed) link.close('given up');
        this.#link = link;
        return link;
      },
      (cause) => {
        this.#connecting = undefined;
        this.#refused = { cause, until: performance.now() + REFUSE_MS };
        throw cause;
      },
    );
    return this.#connecting;
  }

  /**
   * Uses that connection no more, if it is the one in use; one that belongs to somebody else is kept.
   * @returns whether it was left
   */
  #leave(link: Link | undefined, calls: 'answered' | 'given up'): boolean {
    if (!link || link !== this.#link || this.#options.client) return false;
    this.#link = undefined;
    link.close(calls);
    return true;
  }

  async #open(): Promise<Link> {
    const { client, sentinel, tls } = this.#options;
    if (client) return readyLink(client);
    let nodes = this.#nodes;
    if (sentinel) {
      nodes = [await primaryOf(sentinel, this.#nodes, tls !== undefined)];
      this.#primary = nodes[0]?.host;
    }
    let link: Link | undefined;
    const made = await makeClient(nodes, {
      ...this.#options,
      timeoutMs: this.#timeoutMs,
      // Where sentinels know, the next connection may lead somewhere else.
      wasReady: () => link !== undefined && link === this.#link && !sentinel,
    });
    const note = (cause: unknown) => {
      this.#lastTrouble = explain(cause, this.#where);
      if (sentinel) this.#leave(link, 'given up');
    };
    const forget = () => {
      this.#lastTrouble = '';
    };
    // A single client has the first of each, and a cluster the second for its nodes.
    made.on('error', note).on('node-error', note).on('ready', forget).on('node-ready', forget);
    await this.#inTime(made);
    link = linkOver(made);
    for (const [channel, listener] of this.#listeners) await link.subscribe(channel, listener);
    return link;
  }

  /** A server that accepts a connection and never says a word is not waited for. */
  async #inTime(client: Client): Promise<void> {
    const over = setTimeout(() => client.destroy(), Math.min(this.#timeoutMs, 2 ** 31 - 1));
    try {
      await client.connect();
    } catch (cause) {
      client.destroy();
      throw cause;
    } finally {
      clearTimeout(over);
    }
  }

  /** Now and then, and in the background, asks whether another server is the primary by now. */
  #followSentinels(): void {
    const { sentinel, tls } = this.#options;
    const now = performance.now();
    if (!sentinel || !this.#link || now - this.#sentinelsAskedAt < SENTINEL_MS) return;
    this.#sentinelsAskedAt = now;
    const link = this.#link;
    primaryOf(sentinel, this.#nodes, tls !== undefined).then(
      ({ host }) => {
        if (host !== this.#primary) this.#leave(link, 'answered');
      },
      () => {},
    );
  }

  /**
   * Where a connection cannot be made, why says more. One over which nothing at all has come for so long may be cut
   * without either end knowing: it is given up.
   */
  readonly #late = (isSilent: boolean): { cause: NoAnswer; isOver: boolean } => {
    const isOver = isSilent && this.#leave(this.#link, 'given up');
    const why = `Redis did not answer within ${this.#timeoutMs} ms`;
    return { cause: new NoAnswer(this.#lastTrouble ? `${why}: ${this.#lastTrouble}` : why), isOver };
  };

  /** Throws the error for people that stands for the client's own. */
  readonly #fail = (cause: unknown): never => {
    throw this.explained(cause);
  };

  explained(cause: unknown): Error {
    if (cause instanceof NoAnswer) return cause;
    const name = cause instanceof Error ? cause.constructor.name : '';
    const why = this.#closed ? 'the cache is closed' : explain(cause, this.#where);
    return new Error(
      name === 'ClientOfflineError' && this.#lastTrouble ? `${why}: ${this.#lastTrouble}` : why,
    );
  }
}

function linkOver(client: Client): Link {
  return {
    commands: client as unknown as Commands,
    close(calls) {
      if (calls === 'given up') client.destroy();
      else client.close().catch(() => {});
    },
    subscribe: (channel, listener) => client.subscribe(channel, (message) => listener(String(message))),
  };
}

/** Somebody else's client does the calls, and a duplicate of it listens: listening may keep a client from the rest. */
function readyLink(client: ReadyClient): Link {
  let listener: Client | undefined;
  return {
    commands: client.withTypeMapping(AS_BUFFERS) as Commands,
    close: () => listener?.destroy(),
    async subscribe(channel, listen) {
      listener = client.duplicate() as Client;
      listener.on('error', () => {});
      await listener.connect();
      await listener.subscribe(channel, (message) => listen(String(message)));
    },
  };
}

const itself = <T>(value: T) => value;

const rethrow = (cause: unknown): never => {
  throw cause;
};

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}

function isOffline(cause: unknown): boolean {
  return cause instanceof Error && cause.constructor.name === 'ClientOfflineError';
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : '';
}
