import { type Clock, systemClock } from '../clock.ts';
import type { Answer, Backend, Entry, Vacancy, Value } from '../contract.ts';
import { andThen, isPromise, orElse } from '../later.ts';
import { LOST, VACANCY_MS } from '../local-vacancies.ts';
import { BYTES, checkNumbers, DURATION } from '../options.ts';
import { REMOVED } from './removed.ts';
import { PART_BYTES, valueInParts } from './sqlite/bodies.ts';
import type { Content, Found } from './sqlite/entries.ts';
import { FileAccess } from './sqlite/file-access.ts';
import { BodySink, REPLACED } from './sqlite/sink.ts';
import { type Store, storeIn } from './sqlite/store.ts';
import { sweeper } from './sqlite/sweeper.ts';
import { type Attempt, Waiters } from './waiters.ts';

export interface SqliteOptions {
  /** The file, created when it is not there. Any number of processes of one machine may share it. */
  path: string;
  clock?: Clock;
  /** Beyond it the least recently used entries go. Default: 100,000. */
  maxEntries?: number;
  /** The same for the size of keys and values together. Default: 256 MiB. */
  maxBytes?: number;
  /** How long a vacancy lives that is neither filled nor dropped. Default: 10 seconds. */
  vacancyMs?: number;
  /** How long a call waits for a lock that another process holds. Default: 5 seconds. */
  busyMs?: number;
  /** Told when the file was damaged, removed or replaced. Default: a warning of the process. */
  onTrouble?: (message: string) => void;
}

/** The persistent store of one machine: a file that survives restarts and killed processes. */
export function sqlite(options: SqliteOptions): Backend {
  const entriesRange = { ...BYTES, unit: 'entries' };
  checkNumbers('sqlite', options, {
    maxEntries: entriesRange,
    maxBytes: BYTES,
    vacancyMs: DURATION,
    busyMs: DURATION,
  });
  const { path, clock = systemClock, vacancyMs = VACANCY_MS, busyMs = 5_000 } = options;
  const { maxEntries = 100_000, maxBytes = 256 * 1024 * 1024 } = options;
  const { onTrouble = (message) => process.emitWarning(message, 'CacheWarning') } = options;
  if (typeof path !== 'string' || path === '' || /^(:memory:$|file:)/.test(path))
    throw new TypeError('sqlite: path is the name of a file; a cache without one is memory()');
  const access = new FileAccess<Store>({
    path,
    busyMs,
    onTrouble,
    build: (db) => storeIn(db, clock, { maxEntries, maxBytes }, vacancyMs),
  });
  const sweep = sweeper(clock, (work) => access.writeNow(work));
  const waiters = new Waiters({ attempt, clock, minPauseMs: 5, maxPauseMs: 50 });

  /** What happens after a write: somebody may wait for it, and something may have to go. */
  const written = (key: string) => () => {
    sweep.schedule();
    waiters.wake(key);
  };

  /** A set or delete, in whatever way the content got here: it ends the key's vacancy. */
  function store(key: string, content: Content | undefined, ttlMs?: number): Answer<void> {
    const done = access.write((store) => {
      store.vacancies.revoke(key);
      if (content) put(store, key, content, ttlMs);
      else store.entries.remove(key);
      sweep.step(store);
    });
    return andThen(done, written(key));
  }

  function put(store: Store, key: string, content: Content, ttlMs: number | undefined): void {
    if ('store' in content && content.store !== store) throw new Error(REPLACED);
    store.entries.put(key, content, ttlMs);
  }

  function attempt(key: string): Answer<Attempt> {
    const look = (store: Store): Attempt | 'free' => {
      const found = occupied(store, key);
      const forMs = found ? 0 : store.vacancies.takenFor(key);
      return found ?? (forMs > 0 ? { tag: 'taken', forMs } : 'free');
    };
    const take = (store: Store): Attempt => {
      const found = look(store);
      return found === 'free' ? { tag: 'vacant', val: vacancy(key, store.vacancies.take(key)) } : found;
    };
    return andThen(access.read(look), (found) => (found === 'free' ? access.write(take) : found));
  }

  function occupied(store: Store, key: string): Entry | undefined {
    const found = store.entries.find(key);
    return found && { tag: 'occupied', val: asValue(store, key, found) };
  }

  /** A large value is read from the file in which it was found, or not at all. */
  function asValue(from: Store, key: string, found: Found): Value {
    if ('bytes' in found) return found.bytes;
    return valueInParts(found.size, (number) =>
      access.read((store) => {
        if (store !== from) throw new Error(REMOVED);
        const bytes = store.bodies.part(found.body, number);
        const now = bytes ? undefined : store.entries.find(key);
        if (now && 'body' in now && now.body === found.body) store.entries.giveUp(key);
        return bytes;
      }),
    );
  }

  function vacancy(key: string, token: string): Vacancy {
    const renew = () =>
      andThen(
        access.write(({ vacancies }) => vacancies.renew(key, token)),
        (kept) => {
          if (!kept) throw new Error(LOST);
        },
      );
    const drop = () => {
      // Where that fails the vacancy ends by itself when its time is over.
      quietly(() =>
        andThen(
          access.write(({ vacancies }) => vacancies.end(key, token)),
          (ended) => {
            if (ended) waiters.wake(key);
          },
        ),
      );
    };
    const finish = (ttlMs: number | undefined) => (content: Content) => {
      const fill = () =>
        access.write((store) => {
          if (!store.vacancies.end(key, token)) throw new Error(LOST);
          put(store, key, content, ttlMs);
          sweep.step(store);
        });
      const failed = (error: unknown): never => {
        drop();
        throw error;
      };
      return andThen(orElse(fill, failed), written(key));
    };
    const sink = (ttlMs: number | undefined) =>
      new BodySink({ write: (work) => access.write(work), renew, finish: finish(ttlMs), abandon: drop });
    return {
      fill: (bytes, ttlMs) =>
        bytes.length > PART_BYTES ? pour(bytes, sink(ttlMs)) : finish(ttlMs)({ bytes }),
      stream(ttlMs) {
        // Whether it is lost already shows with the first piece.
        quietly(renew);
        return sink(ttlMs);
      },
      drop,
    };
  }

  const sink = (key: string, ttlMs: number | undefined) =>
    new BodySink({ write: (work) => access.write(work), finish: (content) => store(key, content, ttlMs) });

  const found = (key: string) => access.read((store) => occupied(store, key));

  return {
    name: 'sqlite',
    get: (key) => andThen(found(key), (entry) => (entry?.tag === 'occupied' ? entry.val : undefined)),
    exists: (key) => access.read(({ entries }) => entries.has(key)),
    set: (key, bytes, ttlMs) =>
      bytes.length > PART_BYTES ? pour(bytes, sink(key, ttlMs)) : store(key, { bytes }, ttlMs),
    stream: sink,
    delete: (key) => store(key, undefined),
    getOrSet: (key): Answer<Entry> => andThen(found(key), (entry) => entry ?? waiters.wait(key)),
    close() {
      waiters.close(new Error('the cache is closed'));
      sweep.stop();
      access.close();
    },
  };
}

/** Many bytes go in as a body, in several transactions, so that others get the lock in between. */
function pour(bytes: Uint8Array, sink: BodySink): Answer<void> {
  return andThen(sink.write(bytes), () => sink.finish());
}

/** Does something that may fail now or later without harm. */
function quietly(work: () => Answer<void>): void {
  const done = orElse(work, () => {});
  if (isPromise(done)) done.then(undefined, () => {});
}
