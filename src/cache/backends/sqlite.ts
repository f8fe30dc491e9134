import { type Clock, systemClock } from '../clock.ts';
import type { Answer, Backend, Entry, Vacancy } from '../contract.ts';
import { LOST, VACANCY_MS } from '../local-vacancies.ts';
import { Bodies, PART_BYTES } from './sqlite/bodies.ts';
import { isBusy, openDatabase, transaction } from './sqlite/database.ts';
import { type Content, Entries } from './sqlite/entries.ts';
import { BodySink } from './sqlite/sink.ts';
import { sweeper } from './sqlite/sweeper.ts';
import { VacancyTable } from './sqlite/vacancy-table.ts';
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
}

/** The persistent store of one machine: a file that survives restarts and killed processes. */
export function sqlite(options: SqliteOptions): Backend {
  const { path, clock = systemClock, vacancyMs = VACANCY_MS, busyMs = 5_000 } = options;
  const { maxEntries = 100_000, maxBytes = 256 * 1024 * 1024 } = options;
  const db = explained(busyMs, () => openDatabase(path, busyMs));
  const bodies = new Bodies(db, clock);
  const entries = new Entries(db, bodies, clock, { maxEntries, maxBytes });
  const vacancies = new VacancyTable(db, clock, vacancyMs);
  const sweep = sweeper(db, clock, entries, bodies, vacancies);
  const read = <T>(work: () => T) => explained(busyMs, work);
  const write = <T>(work: () => T) => explained(busyMs, () => transaction(db, work));
  const waiters = new Waiters({ attempt, clock, minPauseMs: 5, maxPauseMs: 50 });

  /** A set or delete, in whatever way the content got here: it ends the key's vacancy. */
  function store(key: string, content: Content | undefined, ttlMs?: number): void {
    write(() => {
      vacancies.revoke(key);
      if (content) entries.put(key, content, ttlMs);
      else entries.remove(key);
      sweep.step();
    });
    sweep.schedule();
    waiters.wake(key);
  }

  function attempt(key: string): Attempt {
    const taken = read(() => vacancies.takenFor(key));
    if (taken > 0) return read(() => occupied(key)) ?? { tag: 'taken', forMs: taken };
    return write(() => {
      const found = occupied(key);
      if (found) return found;
      const forMs = vacancies.takenFor(key);
      return forMs > 0 ? { tag: 'taken', forMs } : { tag: 'vacant', val: vacancy(key, vacancies.take(key)) };
    });
  }

  function occupied(key: string): Entry | undefined {
    const val = entries.find(key);
    return val && { tag: 'occupied', val };
  }

  function vacancy(key: string, token: string): Vacancy {
    const renew = () => {
      if (!write(() => vacancies.renew(key, token))) throw new Error(LOST);
    };
    const drop = () => {
      try {
        if (write(() => vacancies.end(key, token))) waiters.wake(key);
      } catch {
        // The vacancy ends by itself when its time is over.
      }
    };
    const finish = (ttlMs: number | undefined) => (content: Content) => {
      try {
        write(() => {
          if (!vacancies.end(key, token)) throw new Error(LOST);
          entries.put(key, content, ttlMs);
          sweep.step();
        });
      } catch (error) {
        drop();
        throw error;
      }
      sweep.schedule();
      waiters.wake(key);
    };
    const sink = (ttlMs: number | undefined) =>
      new BodySink({ bodies, write, renew, finish: finish(ttlMs), abandon: drop });
    return {
      fill: (bytes, ttlMs) =>
        bytes.length > PART_BYTES ? pour(bytes, sink(ttlMs)) : finish(ttlMs)({ bytes }),
      stream(ttlMs) {
        write(() => vacancies.renew(key, token));
        return sink(ttlMs);
      },
      drop,
    };
  }

  const sink = (key: string, ttlMs: number | undefined) =>
    new BodySink({ bodies, write, finish: (content) => store(key, content, ttlMs) });

  return {
    name: 'sqlite',
    get: (key) => read(() => entries.find(key)),
    exists: (key) => read(() => entries.has(key)),
    set: (key, bytes, ttlMs) =>
      bytes.length > PART_BYTES ? pour(bytes, sink(key, ttlMs)) : store(key, { bytes }, ttlMs),
    stream: sink,
    delete: (key) => store(key, undefined),
    getOrSet: (key): Answer<Entry> => read(() => occupied(key)) ?? waiters.wait(key),
    close() {
      waiters.close(new Error('the cache is closed'));
      sweep.stop();
      if (db.isOpen) db.close();
    },
  };
}

/** Many bytes go in as a body, in several transactions, so that others get the lock in between. */
function pour(bytes: Uint8Array, sink: BodySink): void {
  sink.write(bytes);
  sink.finish();
}

/** Says in a few words what went wrong, without what SQLite may quote. */
function explained<T>(busyMs: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isBusy(error)) throw new Error(`another process locked the cache file for more than ${busyMs} ms`);
    if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE')
      throw new Error('the cache is closed');
    if (error instanceof Error && 'errstr' in error)
      throw new Error(`the cache file failed: ${error.errstr}`);
    throw error;
  }
}
