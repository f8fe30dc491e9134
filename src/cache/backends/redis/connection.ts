import { type Clock, systemClock } from '../../clock.ts';
import { addresses, type Commands, type ConnectionOptions, makeClient } from './clients.ts';
import { Deadlines, NoAnswer } from './deadlines.ts';
import { explain } from './explain.ts';

/** A connection that is made when it is first needed, and made again when it is lost. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #timeoutMs: number;
  readonly #deadlines: Deadlines;
  readonly #nodes: URL[];
  #client: ReturnType<typeof makeClient> | undefined;
  #commands: Commands | undefined;
  #connecting: Promise<Commands> | undefined;
  readonly #where: string;
  #lastTrouble = '';
  #closed = false;

  constructor(options: ConnectionOptions, clock: Clock = systemClock) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 5_000;
    this.#deadlines = new Deadlines(clock, this.#timeoutMs, this.#late);
    this.#nodes = addresses(options);
    this.#where = this.#nodes.map(({ host }) => host).join(', ');
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
    const client = makeClient(this.#nodes, {
      ...this.#options,
      timeoutMs: this.#timeoutMs,
      wasReady: () => this.#commands !== undefined,
    });
    const note = (cause: unknown) => {
      this.#lastTrouble = explain(cause, this.#where);
    };
    const forget = () => {
      this.#lastTrouble = '';
    };
    // A single client has the first of each, and a cluster the second for its nodes.
    client.on('error', note).on('node-error', note).on('ready', forget).on('node-ready', forget);
    this.#client = client;
    await client.connect();
    if (this.#closed) client.destroy();
    this.#commands = client;
    return client;
  }

  /** Where a connection cannot be made, why says more. */
  readonly #late = (): NoAnswer => {
    const why = `Redis did not answer within ${this.#timeoutMs} ms`;
    return new NoAnswer(this.#lastTrouble ? `${why}: ${this.#lastTrouble}` : why);
  };

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
