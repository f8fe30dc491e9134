import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import type { Value } from '../../contract.ts';
import type { Bodies } from './bodies.ts';

export interface Bounds {
  maxEntries: number;
  /** Keys in UTF-8 and values, without what the file needs for itself. */
  maxBytes: number;
}

/** What to store: the bytes themselves, or the number of a body that is complete. */
export type Content = { bytes: Uint8Array } | { body: number; size: number };

interface Row {
  id: number;
  size: number;
  bytes: Uint8Array | null;
  body: number | null;
}

/** How many entries one call may evict. */
const EVICTIONS = 256;

/** How many of the latest reads are remembered until the next write. */
const TOUCHES = 1024;

/** The entries of the file. Whatever writes is called inside a transaction. */
export class Entries {
  readonly #clock: Clock;
  readonly #bounds: Bounds;
  readonly #bodies: Bodies;
  readonly #statements: ReturnType<typeof statements>;
  /** Rows read since the last write, and when: reading stays free of writing, and eviction still knows. */
  readonly #touched = new Map<number, number>();
  #lastUse = 0;

  constructor(db: DatabaseSync, bodies: Bodies, clock: Clock, bounds: Bounds) {
    this.#clock = clock;
    this.#bounds = bounds;
    this.#bodies = bodies;
    this.#statements = statements(db);
  }

  find(key: string): Value | undefined {
    const row = this.#statements.find.get(key, this.#clock.now()) as Row | undefined;
    if (!row) return undefined;
    this.#touch(row.id);
    return row.body === null ? (row.bytes ?? new Uint8Array()) : this.#bodies.value(row.body, row.size);
  }

  has(key: string): boolean {
    return this.#statements.has.get(key, this.#clock.now()) !== undefined;
  }

  /** Replaces what is there. What is past its time already, or exceeds the bounds alone, is only a removal. */
  put(key: string, content: Content, ttlMs: number | undefined): void {
    this.flushUses();
    this.#statements.remove.run(key);
    const [bytes, body, size] =
      'bytes' in content ? [content.bytes, null, content.bytes.length] : [null, content.body, content.size];
    const cost = size + Buffer.byteLength(key);
    if (ttlMs === 0 || cost > this.#bounds.maxBytes) {
      if (body !== null) this.#bodies.discard(body);
      return;
    }
    const expires = ttlMs === undefined ? null : this.#clock.now() + ttlMs;
    this.#statements.add.run(key, size, bytes, body, cost, expires, this.#use());
    if (body !== null) this.#bodies.adopt(body);
    this.evict();
  }

  remove(key: string): void {
    this.#statements.remove.run(key);
  }

  /** Writes down which entries were read since the last time. */
  flushUses(): void {
    for (const [id, use] of this.#touched) this.#statements.touch.run(use, id);
    this.#touched.clear();
  }

  /** Removes the least recently used until the bounds hold, a few at most, and says how many there were. */
  evict(): number {
    let count = 0;
    while (count < EVICTIONS && this.#isOver()) count += Number(this.#statements.evict.run().changes);
    return count;
  }

  /** Removes up to `limit` entries that are past their time, and says how many there were. */
  sweep(limit: number): number {
    return Number(this.#statements.sweep.run(this.#clock.now(), limit).changes);
  }

  totals(): { entries: number; bytes: number } {
    const { entries, bytes } = this.#statements.total.get() as { entries: number; bytes: number };
    return { entries, bytes };
  }

  /** When the next entry is past its time; Infinity when there is none. */
  nextExpiry(): number {
    return Number(this.#statements.next.get()?.next ?? Number.POSITIVE_INFINITY);
  }

  #touch(id: number): void {
    this.#touched.delete(id);
    this.#touched.set(id, this.#use());
    if (this.#touched.size <= TOUCHES) return;
    for (const oldest of this.#touched.keys()) {
      this.#touched.delete(oldest);
      break;
    }
  }

  #isOver(): boolean {
    const { entries, bytes } = this.totals();
    return entries > this.#bounds.maxEntries || bytes > this.#bounds.maxBytes;
  }

  /** The time, but later than the last use, so that the order of uses shows even while a clock stands still. */
  #use(): number {
    this.#lastUse = Math.max(this.#clock.now(), this.#lastUse + 0.001);
    return this.#lastUse;
  }
}

function statements(db: DatabaseSync) {
  return {
    find: db.prepare(
      'SELECT id, size, bytes, body FROM entry WHERE key = ? AND (expires IS NULL OR expires > ?)',
    ),
    has: db.prepare('SELECT 1 FROM entry WHERE key = ? AND (expires IS NULL OR expires > ?)'),
    add: db.prepare(
      'INSERT INTO entry (key, size, bytes, body, cost, expires, used) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    remove: db.prepare('DELETE FROM entry WHERE key = ?'),
    touch: db.prepare('UPDATE entry SET used = ? WHERE id = ? AND used < ?1'),
    evict: db.prepare('DELETE FROM entry WHERE id = (SELECT id FROM entry ORDER BY used LIMIT 1)'),
    sweep: db.prepare('DELETE FROM entry WHERE id IN (SELECT id FROM entry WHERE expires <= ? LIMIT ?)'),
    next: db.prepare('SELECT min(expires) AS next FROM entry'),
    total: db.prepare('SELECT entries, bytes FROM total'),
  };
}
