/** Something a guest of 0.2 can wait for. `wait` returns at once, or a promise for when it may be ready. */
export interface Source {
  ready(): boolean;
  wait(): void | Promise<void>;
}

/** What all pollables share, whoever made them: the cache's host, jco's shim, or we. */
interface AnyPollable {
  ready(): boolean;
  block?(): void | Promise<void>;
  /** How to wait without holding up the thread; the shim's pollables have none. */
  source?: Source;
}

/** How soon a pollable that tells nobody of its readiness is asked again, and how rarely at last. */
const FIRST_MS = 1;
const LAST_MS = 16;

/**
 * A class for jco's glue that accepts any object with these methods as an instance: streams and pollables of the
 * cache's host, of the shim and of our own pass through one `wasi:io`, at every version that a component imports.
 */
function anyWith(...methods: string[]): object {
  const Any = function Any() {};
  Object.defineProperty(Any, Symbol.hasInstance, {
    value: (value: unknown) =>
      typeof value === 'object' &&
      value !== null &&
      methods.every((method) => typeof Reflect.get(value, method) === 'function'),
  });
  return Any;
}

/** The interfaces of `wasi:io`, by the second part of their names. */
export const io = {
  error: { Error: anyWith('toDebugString') },
  poll: { Pollable: anyWith('ready', 'block'), poll },
  streams: {
    InputStream: anyWith('read', 'blockingRead'),
    OutputStream: anyWith('checkWrite', 'write'),
  },
};

/** Waits for the first of the list; a list without pollables is the guest's fault, and a trap. */
function poll(pollables: AnyPollable[]): Uint32Array | Promise<Uint32Array> {
  if (pollables.length === 0) throw new Error('poll: the list of pollables is empty');
  const ready = Uint32Array.from(pollables.keys()).filter((at) => pollables[at]?.ready());
  if (ready.length > 0) return ready;
  return firstOf(pollables).then(() => poll(pollables));
}

async function firstOf(pollables: AnyPollable[]): Promise<void> {
  const stop = new AbortController();
  await Promise.race(
    pollables.map((pollable) => (pollable.source ? pollable.source.wait() : askAgain(pollable, stop.signal))),
  );
  stop.abort();
}

async function askAgain(pollable: AnyPollable, stop: AbortSignal): Promise<void> {
  for (let pause = FIRST_MS; !stop.aborted && !pollable.ready(); pause = Math.min(2 * pause, LAST_MS))
    await new Promise((resolve) => setTimeout(resolve, pause));
}

/** A pollable over a source. */
export class HostPollable {
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  ready(): boolean {
    return this.source.ready();
  }

  async block(): Promise<void> {
    while (!this.source.ready()) await this.source.wait();
  }

  [Symbol.dispose](): void {}
}

/** A source that is ready when a promise has settled. */
export function settled(promise: Promise<unknown>): Source {
  let ready = false;
  const done = promise.then(
    () => {
      ready = true;
    },
    () => {
      ready = true;
    },
  );
  return { ready: () => ready, wait: () => done };
}

/** The error of a result, as jco's glue expects it to be thrown. */
export function failure(payload: unknown): Error {
  return Object.assign(new Error(`wasi: ${JSON.stringify(payload)}`), { payload });
}

/** The error of a stream operation: at the end, or with the reason. */
export function streamFailure(cause?: unknown): Error {
  if (cause === undefined || cause === null) return failure({ tag: 'closed' });
  const text = cause instanceof Error ? cause.message : String(cause);
  return Object.assign(new Error(text), {
    payload: { tag: 'last-operation-failed', val: { toDebugString: () => text, cause } },
  });
}
