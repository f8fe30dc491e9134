import { closeSync, lstatSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/**
 * An entry holds a small value itself and a large one as a `body` of numbered parts. A body with a time in `until`
 * belongs to nobody: it is being written, or its entry has gone, and its parts may be removed after that time. `sum` is
 * a checksum over the value and where it belongs. The triggers keep the totals true whoever changes the entries.
 */
const SCHEMA = `
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB, body INTEGER,
    cost INTEGER NOT NULL, expires REAL, ttl REAL, used REAL NOT NULL, sum INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX entry_expires ON entry (expires) WHERE expires IS NOT NULL;
  CREATE INDEX entry_used ON entry (used);
  CREATE TABLE body (id INTEGER PRIMARY KEY AUTOINCREMENT, until REAL) STRICT;
  CREATE INDEX body_until ON body (until) WHERE until IS NOT NULL;
  CREATE TABLE part (
    id INTEGER PRIMARY KEY, body INTEGER NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL,
    UNIQUE (body, number)
  ) STRICT;
  CREATE TABLE vacancy (key TEXT PRIMARY KEY, token TEXT NOT NULL, until REAL NOT NULL, life REAL NOT NULL) STRICT;
  CREATE INDEX vacancy_until ON vacancy (until);
  CREATE TABLE total (id INTEGER PRIMARY KEY CHECK (id = 1), entries INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
  INSERT INTO total VALUES (1, 0, 0);
  CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    UPDATE total SET entries = entries + 1, bytes = bytes + new.cost;
  END;
  CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
    UPDATE total SET entries = entries - 1, bytes = bytes - old.cost;
    UPDATE body SET until = 0 WHERE id = old.body;
  END;
`;

const LAYOUT = 2;

/** What earlier versions made. A cache may forget, so their tables are made anew. */
const EARLIER_LAYOUTS = [1];
const DROP = ['entry', 'body', 'part', 'vacancy', 'total'].map((name) => `DROP TABLE IF EXISTS ${name};`);

/** How long one attempt waits for another process's lock: not long enough for anybody to notice. */
const LOCK_MS = 5;

/** A file of a later version, or of another program, is not touched. */
function createTables(db: DatabaseSync): void {
  const layoutOf = () => Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (layoutOf() === LAYOUT) return;
  transaction(db, () => {
    const layout = layoutOf();
    if (layout === LAYOUT) return;
    const isEarlier = EARLIER_LAYOUTS.includes(layout);
    const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
    if (layout === 0 && !isEmpty) throw new Error("the cache file is another program's database");
    if (layout !== 0 && !isEarlier) throw new Error(`the cache file has the layout ${layout}, not ${LAYOUT}`);
    db.exec(`${isEarlier ? DROP.join('') : ''} ${SCHEMA} PRAGMA user_version = ${LAYOUT}`);
  });
}

/** Looked up when a store is opened: the other stores run on a Node without it. @throws where Node has no sqlite */
function sqliteModule(): typeof import('node:sqlite') {
  const found = process.getBuiltinModule?.('node:sqlite');
  if (!found) throw new Error(`the sqlite store needs Node 22.13 or later; this is ${process.versions.node}`);
  return found;
}

/**
 * Opens or creates the file; a created one is for its owner alone. With a write-ahead log and `synchronous = NORMAL` a
 * process may be killed at any moment without harm; when the machine itself stops, the last writes may be missing,
 * which a cache is free to forget. Throws at once where another process holds the lock.
 */
export function openDatabase(path: string): DatabaseSync {
  const { DatabaseSync } = sqliteModule();
  createFile(path);
  const db = new DatabaseSync(path, { timeout: LOCK_MS });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
    createTables(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes sure that there is a file to open. */
function createFile(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) {
    try {
      // Fails for whatever has come there meanwhile, and follows no link.
      closeSync(openSync(path, 'wx', 0o600));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw new Error(`the cache file ${path} ${cannotBeMade(path, error)}`);
    }
    return;
  }
  const target = found.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : found;
  if (!target) throw new Error(`the cache file ${path} is a link that leads nowhere`);
  if (!target.isFile()) throw new Error(`the cache file ${path} is no file`);
}

function cannotBeMade(path: string, error: unknown): string {
  if (codeOf(error) === 'ENOENT') return `cannot be made: there is no folder ${dirname(path)}`;
  return `cannot be made (${codeOf(error)})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

const PAGE_BYTES = 4096;
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const SHORT_READ = 522;

function errcode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}

/** Databases are made of whole pages, even where their beginning is damaged; other files hardly ever are. */
export function looksLikeDatabase(path: string): boolean {
  const { size } = statSync(path);
  return size > 0 && size % PAGE_BYTES === 0;
}

/** Whether another connection held the lock. */
export function isBusy(error: unknown): boolean {
  return (errcode(error) & 0xff) === BUSY;
}

/** Whether the file holds something that no database has. */
export function isCorrupt(error: unknown): boolean {
  const code = errcode(error);
  return [CORRUPT, NOT_A_DATABASE].includes(code & 0xff) || code === SHORT_READ;
}

/** Runs the work as one transaction that holds the write lock from its beginning. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
