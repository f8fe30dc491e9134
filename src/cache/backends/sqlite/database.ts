import { DatabaseSync } from 'node:sqlite';

/**
 * An entry holds a small value itself and a large one as a `body` of numbered parts. A body with a time in `until`
 * belongs to nobody: it is being written, or its entry has gone, and its parts may be removed after that time.
 * The triggers keep the totals true whoever changes the entries.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entry (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB, body INTEGER,
    cost INTEGER NOT NULL, expires REAL, used REAL NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entry_expires ON entry (expires) WHERE expires IS NOT NULL;
  CREATE INDEX IF NOT EXISTS entry_used ON entry (used);
  CREATE TABLE IF NOT EXISTS body (id INTEGER PRIMARY KEY AUTOINCREMENT, until REAL) STRICT;
  CREATE INDEX IF NOT EXISTS body_until ON body (until) WHERE until IS NOT NULL;
  CREATE TABLE IF NOT EXISTS part (
    id INTEGER PRIMARY KEY, body INTEGER NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (body, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS vacancy (key TEXT PRIMARY KEY, token TEXT NOT NULL, until REAL NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS vacancy_until ON vacancy (until);
  CREATE TABLE IF NOT EXISTS total (id INTEGER PRIMARY KEY CHECK (id = 1), entries INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO total VALUES (1, 0, 0);
  CREATE TRIGGER IF NOT EXISTS entry_added AFTER INSERT ON entry BEGIN
    UPDATE total SET entries = entries + 1, bytes = bytes + new.cost;
  END;
  CREATE TRIGGER IF NOT EXISTS entry_removed AFTER DELETE ON entry BEGIN
    UPDATE total SET entries = entries - 1, bytes = bytes - old.cost;
    UPDATE body SET until = 0 WHERE id = old.body;
  END;
`;

const LAYOUT = 1;

/** A file that another version of this backend made is not touched. */
function createTables(db: DatabaseSync): void {
  const layout = db.prepare('PRAGMA user_version').get()?.user_version;
  if (layout === LAYOUT) return;
  if (layout !== 0) throw new Error(`the cache file has the layout ${layout}, not ${LAYOUT}`);
  transaction(db, () => db.exec(`${SCHEMA} PRAGMA user_version = ${LAYOUT}`));
}

/**
 * Opens or creates the file. With a write-ahead log and `synchronous = NORMAL` a process may be killed at any moment
 * without harm; when the machine itself stops, the last writes may be missing, which a cache is free to forget.
 */
export function openDatabase(path: string, busyMs: number): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: busyMs });
  try {
    const deadline = performance.now() + busyMs;
    while (!setUp(db)) {
      if (performance.now() > deadline) throw new Error('the cache file is locked by another process');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** Turning the log on fails at once, without the busy timeout, while another process does the same. */
function setUp(db: DatabaseSync): boolean {
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
    createTables(db);
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

const BUSY = 5;

/** Whether another connection held the lock for too long. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;
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
