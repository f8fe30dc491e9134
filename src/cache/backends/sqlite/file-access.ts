import { renameSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Answer } from '../../contract.ts';
import { systemClock } from '../system-clock.ts';
import { isBusy, isCorrupt, looksLikeDatabase, openDatabase, transaction } from './database.ts';

export interface FileAccessOptions<Store> {
  path: string;
  busyMs: number;
  /** What works with a file that has just been opened. */
  build(db: DatabaseSync): Store;
  /** Told, in a sentence for people, when the file had to be made anew. */
  onTrouble(message: string): void;
}

interface Open<Store> {
  db: DatabaseSync;
  store: Store;
  /** Which file it is, whatever stands at its path by now. */
  inode: number | undefined;
}

interface Waiting {
  attempt(): void;
  reject(error: unknown): void;
  due: number;
}

/** How often it is looked whether the file is still there. */
const LOOK_MS = 500;
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 20;

/**
 * The way to a database file that other processes use, damage or remove. Work is done at once where it can be; where
 * another process has the lock it waits its turn without holding up this one, for up to `busyMs`.
 */
export class FileAccess<Store> {
  readonly #options: FileAccessOptions<Store>;
  #open: Open<Store> | undefined;
  #lookAt = 0;
  #closed = false;
  readonly #queue: Waiting[] = [];
  #pauseMs = FIRST_PAUSE_MS;

  constructor(options: FileAccessOptions<Store>) {
    this.#options = options;
    try {
      this.#current();
    } catch (error) {
      // Opened with the first call then.
      if (!isBusy(error)) throw this.#explained(error);
    }
  }

  /** Reads, in the order of the calls where nothing is in the way. */
  read<T>(work: (store: Store) => T): Answer<T> {
    return this.#do(({ store }) => work(store), false);
  }

  /** Does the work as one transaction. Writes keep their order. */
  write<T>(work: (store: Store) => T): Answer<T> {
    return this.#do(({ db, store }) => transaction(db, () => work(store)), true);
  }

  /** The same, but only if it can be done now. Throws otherwise. */
  writeNow<T>(work: (store: Store) => T): T {
    return this.#attempt(({ db, store }) => transaction(db, () => work(store)));
  }

  close(): void {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0)) reject(new Error('the cache is closed'));
    this.#shut();
  }

  #do<T>(work: (open: Open<Store>) => T, inOrder: boolean): Answer<T> {
    if (inOrder && this.#queue.length > 0) return this.#wait(work);
    try {
      return this.#attempt(work);
    } catch (error) {
      if (isBusy(error)) return this.#wait(work);
      throw this.#explained(error);
    }
  }

  #attempt<T>(work: (open: Open<Store>) => T): T {
    const open = this.#current();
    try {
      return work(open);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      this.#setAside(open);
      return work(this.#current());
    }
  }

  #wait<T>(work: (open: Open<Store>) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        attempt: () => resolve(this.#attempt(work)),
        reject,
        due: performance.now() + this.#options.busyMs,
      });
      if (this.#queue.length === 1) this.#later();
    });
  }

  #later(): void {
    systemClock.after(this.#pauseMs, () => this.#next(), true);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  /** Tries the first of those who wait, and in the next turn the one after it. */
  #next(): void {
    const [first] = this.#queue;
    if (!first) return;
    try {
      first.attempt();
      this.#pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      if (isBusy(error) && performance.now() < first.due) {
        this.#later();
        return;
      }
      first.reject(this.#explained(error));
    }
    this.#queue.shift();
    if (this.#queue.length > 0) setImmediate(() => this.#next());
  }

  #current(): Open<Store> {
    if (this.#closed) throw new Error('the cache is closed');
    if (this.#open && performance.now() > this.#lookAt) this.#look(this.#open);
    this.#open ??= this.#opened();
    return this.#open;
  }

  #opened(): Open<Store> {
    const { path, build } = this.#options;
    let db: DatabaseSync;
    try {
      db = openDatabase(path);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      if (!looksLikeDatabase(path))
        throw new Error(`the cache file ${path} is no database: it is left alone`);
      this.#setAside(undefined);
      db = openDatabase(path);
    }
    this.#lookAt = performance.now() + LOOK_MS;
    return { db, store: build(db), inode: inodeOf(path) };
  }

  /** A file that somebody has removed or replaced is not written to any more: nobody would ever see it. */
  #look({ inode }: Open<Store>): void {
    this.#lookAt = performance.now() + LOOK_MS;
    const { path, onTrouble } = this.#options;
    if (inodeOf(path) === inode) return;
    this.#shut();
    onTrouble(
      `the cache file ${path} was removed or replaced while it was open; the one that is there is used`,
    );
  }

  /** Moves a damaged file out of the way, unless another process has done so already. */
  #setAside(open: Open<Store> | undefined): void {
    const { path, onTrouble } = this.#options;
    const isOurs = open === undefined || inodeOf(path) === open.inode;
    this.#shut();
    if (!isOurs) return;
    const aside = `${path}.damaged-${new Date().toISOString().replace(/\W/g, '')}`;
    renameSync(path, aside);
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    onTrouble(`the cache file ${path} was damaged: it is now ${aside}, and a new one takes its place`);
  }

  #shut(): void {
    if (this.#open?.db.isOpen) this.#open.db.close();
    this.#open = undefined;
  }

  /** Says in a few words what went wrong, without what SQLite may quote. */
  #explained(error: unknown): unknown {
    const { busyMs } = this.#options;
    if (isBusy(error)) return new Error(`another process locked the cache file for more than ${busyMs} ms`);
    if (error instanceof Error && 'errstr' in error)
      return new Error(`the cache file failed: ${error.errstr}`);
    return error;
  }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
