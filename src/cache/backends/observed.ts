import { type Clock, systemClock } from '../clock.ts';
import type { Answer, Backend, Entry, Sink, Vacancy } from '../contract.ts';
import { andThen, isPromise, orElse } from '../later.ts';

/** What happened in one call of a backend. */
export interface CacheEvent {
  operation: 'get' | 'exists' | 'set' | 'delete' | 'get-or-set' | 'fill' | 'drop';
  result: 'hit' | 'miss' | 'vacancy' | 'done' | 'error';
  /** How long it took until the answer. */
  ms: number;
  /** The text of the failure. */
  error?: string;
}

/** Numbers since the backend was made, and of this moment. */
export interface CacheCounters {
  hits: number;
  misses: number;
  /** Vacancies that were given. */
  vacancies: number;
  errors: number;
  /** Calls of get-or-set without an answer, now. */
  waiters: number;
  /** Calls of any kind without an answer, now. */
  underWay: number;
  /** The number of calls that took less than 2^n ms, by n from 0 to 15; longer ones are in the last. */
  latency: number[];
}

/** A backend whose calls are counted. */
export interface ObservedBackend extends Backend {
  counters(): CacheCounters;
  /** Asks the store for a key that nobody has; what went wrong, if anything. */
  health(): Promise<{ ok: boolean; ms: number; error?: string }>;
  /** Refuses new calls, waits for those under way for up to `withinMs`, and closes. */
  drain(withinMs: number): Promise<void>;
}

const STEPS = 16;

/** The same backend, with its calls counted and told. A listener that throws is nobody's failure. */
export function observed(
  backend: Backend,
  { onEvent, clock = systemClock }: { onEvent?: (event: CacheEvent) => void; clock?: Clock } = {},
): ObservedBackend {
  const counters: CacheCounters = {
    hits: 0,
    misses: 0,
    vacancies: 0,
    errors: 0,
    waiters: 0,
    underWay: 0,
    latency: new Array<number>(STEPS).fill(0),
  };
  let isDraining = false;
  let idle = () => {};

  const tell = (
    operation: CacheEvent['operation'],
    result: CacheEvent['result'],
    from: number,
    error?: unknown,
  ) => {
    const ms = clock.now() - from;
    const step = Math.min(ms < 1 ? 0 : Math.floor(Math.log2(ms)) + 1, STEPS - 1);
    counters.latency[step] = (counters.latency[step] ?? 0) + 1;
    counters.underWay -= 1;
    if (result === 'hit') counters.hits += 1;
    else if (result === 'miss') counters.misses += 1;
    else if (result === 'vacancy') counters.vacancies += 1;
    else if (result === 'error') counters.errors += 1;
    try {
      if (error === undefined) onEvent?.({ operation, result, ms });
      else
        onEvent?.({ operation, result, ms, error: error instanceof Error ? error.message : String(error) });
    } catch {
      // Watching a cache must not break it.
    }
    if (counters.underWay === 0) idle();
  };

  const call = <T>(
    operation: CacheEvent['operation'],
    work: () => Answer<T>,
    resultOf: (value: T) => CacheEvent['result'],
  ): Answer<T> => {
    if (isDraining) throw new Error('the cache is closing');
    const from = clock.now();
    counters.underWay += 1;
    const failed = (error: unknown): never => {
      tell(operation, 'error', from, error);
      throw error;
    };
    const answer = orElse(work, failed);
    const isWaiter = operation === 'get-or-set' && isPromise(answer);
    if (isWaiter) counters.waiters += 1;
    const ended = (value: T): T => {
      tell(operation, resultOf(value), from);
      return value;
    };
    if (!isWaiter) return andThen(answer, ended);
    const left = () => {
      counters.waiters -= 1;
    };
    answer.then(left, left);
    return andThen(answer, ended);
  };

  const done = (): CacheEvent['result'] => 'done';
  const pouring = (operation: 'set' | 'fill', sink: Sink): Sink => ({
    write: (piece) => sink.write(piece),
    finish: () => call(operation, () => sink.finish(), done),
    abandon: () => sink.abandon(),
  });
  const vacancy = (inner: Vacancy): Vacancy => ({
    fill: (bytes, ttlMs) => call('fill', () => inner.fill(bytes, ttlMs), done),
    stream: (ttlMs) => pouring('fill', inner.stream(ttlMs)),
    drop: () => inner.drop(),
  });

  return {
    name: backend.name,
    deviations: backend.deviations,
    get: (key) =>
      call(
        'get',
        () => backend.get(key),
        (value) => (value ? 'hit' : 'miss'),
      ),
    exists: (key) =>
      call(
        'exists',
        () => backend.exists(key),
        (there) => (there ? 'hit' : 'miss'),
      ),
    set: (key, bytes, ttlMs) => call('set', () => backend.set(key, bytes, ttlMs), done),
    stream: (key, ttlMs) => pouring('set', backend.stream(key, ttlMs)),
    delete: (key) => call('delete', () => backend.delete(key), done),
    getOrSet: (key) =>
      andThen(
        call(
          'get-or-set',
          () => backend.getOrSet(key),
          (entry) => (entry.tag === 'occupied' ? 'hit' : 'vacancy'),
        ),
        (entry): Entry => (entry.tag === 'vacant' ? { tag: 'vacant', val: vacancy(entry.val) } : entry),
      ),
    close: () => backend.close?.(),
    counters: () => ({ ...counters, latency: [...counters.latency] }),
    async health() {
      const from = clock.now();
      try {
        await backend.exists('witness:health');
        return { ok: true, ms: clock.now() - from };
      } catch (error) {
        return {
          ok: false,
          ms: clock.now() - from,
          error: error instanceof Error ? error.message : String(error),
        };
      }
    },
    async drain(withinMs) {
      isDraining = true;
      if (counters.underWay > 0) {
        await new Promise<void>((resolve) => {
          idle = resolve;
          clock.after(withinMs, resolve, true);
        });
      }
      await backend.close?.();
    },
  };
}
