import type { Pollable } from '../../cache/generated/wasi-io-poll.js';
import type {
  FutureGetOrSetResult,
  FutureGetResult,
  GetOrSetEntry,
  Result,
  Vacancy,
} from '../../cache/generated/wasi-keyvalue-cache.js';
import type { IncomingValue, OutgoingValue } from '../../cache/generated/wasi-keyvalue-types.js';
import type { Error as KeyvalueError } from '../../cache/generated/wasi-keyvalue-wasi-keyvalue-error.js';
import type { CacheHost } from '../../cache/host/cache-host.ts';
import { dispose } from '../../cache/host/resource.ts';

/** What a get-or-set gave, with the value read. */
export type Found = { value: Uint8Array } | { vacancy: Vacancy };

/** A guest without WebAssembly: it calls its host through the same functions and resources as a component. */
export class TestGuest {
  readonly host: CacheHost;

  constructor(host: CacheHost) {
    this.host = host;
  }

  /** The functions of the cache. */
  get cache() {
    return this.host.imports['wasi:keyvalue/cache'];
  }

  /** A value without a body. */
  newValue(): OutgoingValue {
    return this.host.imports['wasi:keyvalue/types'].OutgoingValue.newOutgoingValue();
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const value = await this.taken(this.cache.get(key));
    return value && (await this.read(value));
  }

  /** Waits for a `get`; the value is not read yet. */
  async taken(future: FutureGetResult): Promise<IncomingValue | undefined> {
    return waited(
      future,
      () => future.listenToFutureGetResult(),
      () => future.futureGetResultGet(),
    );
  }

  async exists(key: string): Promise<boolean> {
    const future = this.cache.exists(key);
    return waited(
      future,
      () => future.listenToFutureExistsResult(),
      () => future.futureExistsResultGet(),
    );
  }

  async set(key: string, bytes: Uint8Array, ttlMs?: number): Promise<void> {
    const value = this.newValue();
    try {
      await value.outgoingValueWriteBodySync(bytes);
      await this.store(key, value, ttlMs);
    } finally {
      drop(value);
    }
  }

  /** A `set` of a value, whose body may still be on its way. */
  store(key: string, value: OutgoingValue, ttlMs?: number): Promise<void> {
    const future = this.cache.set(key, value, ttlMs);
    return begun(
      waited(
        future,
        () => future.listenToFutureResult(),
        () => future.futureResultGet(),
      ),
    );
  }

  async delete(key: string): Promise<void> {
    const future = this.cache.delete(key);
    await waited(
      future,
      () => future.listenToFutureResult(),
      () => future.futureResultGet(),
    );
  }

  getOrSet(key: string): Promise<Found> {
    return begun(this.found(this.cache.getOrSet(key)));
  }

  /** Waits for a `get-or-set`. */
  async found(future: FutureGetOrSetResult): Promise<Found> {
    const entry: GetOrSetEntry = await waited(
      future,
      () => future.listenToFutureGetOrSetResult(),
      () => future.futureGetOrSetResultGet(),
    );
    return entry.tag === 'occupied' ? { value: await this.read(entry.val) } : { vacancy: entry.val };
  }

  /** The vacancy of a key at which nothing is stored. */
  async vacancy(key: string): Promise<Vacancy> {
    const found = await this.getOrSet(key);
    if ('value' in found) throw new Error('get-or-set found a value where none was stored');
    return found.vacancy;
  }

  async fill(vacancy: Vacancy, bytes: Uint8Array, ttlMs?: number): Promise<void> {
    const value = vacancy.vacancyFill(ttlMs);
    try {
      await value.outgoingValueWriteBodySync(bytes);
    } finally {
      drop(value);
      drop(vacancy);
    }
  }

  async read(value: IncomingValue): Promise<Uint8Array> {
    const bytes = await value.incomingValueConsumeSync();
    drop(value);
    return bytes;
  }
}

/** Waits until a future is ready, takes its result and drops it. Throws an `Error` for the error side. */
export async function waited<T>(
  future: object,
  listen: () => Pollable,
  take: () => Result<T, KeyvalueError> | undefined,
): Promise<T> {
  const pollable = listen();
  await pollable.block();
  drop(pollable);
  const result = take();
  drop(future);
  if (!result) throw new Error('the pollable was ready and the future was not');
  if (result.tag === 'ok') return result.val;
  const error = new Error(result.val.trace());
  drop(result.val);
  throw error;
}

/** Something that goes on beside others: if it fails when nobody waits for it any more, that is no news. */
export function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/** Drops a resource as a component does. */
export function drop(resource: object): void {
  (resource as Partial<Disposable>)[dispose]?.();
}
