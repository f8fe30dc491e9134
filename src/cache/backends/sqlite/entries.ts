import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import { checksum } from '../checksum.ts';
import type { Bodies } from './bodies.ts';

export interface Bounds {
  maxEntries: number;
  /** Keys in UTF-8 and values, without what the file needs for itself. */
  maxBytes: number;
}

/** What to store: the bytes themselves, or the number of a body that is complete. */
export type Content = { bytes: Uint8Array } | { body: number; size: number; store: unknown };

interface Row {
  id: number;
  size: number;
  bytes: Uint8Array | null;
  body: number | null;
  expires: number | null;
  ttl: number | null;
  sum: number;
}

/** What is found: a value, or the number of its body. */
export type Found = { bytes: Uint8Array } | { body: number; size: number };

/**
 * How far the clock of a writer may be ahead. An entry that would stay for longer than its time to live was written by
 * one that is wrong: it is not returned, since nobody knows how old it is.
 */
const AHEAD_MS = 1_000;

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
  readonly #damaged = new Set<number>();
  #lastUse = 0;

  constructor(db: DatabaseSync, bodies: Bodies, clock: Clock, bounds: Bounds) {
    this.#clock = clock;
    this.#bounds = bounds;
    this.#bodies = bodies;
    this.#statements = statements(db);
  }

  find(key: string): Found | undefined {
    const row = this.#row(key);
    if (!row) return undefined;
    const { id, size, body, expires, ttl } = row;
    const bytes = row.bytes ?? new Uint8Array();
    if (row.sum !== checksum(placeOf(key, size, body, expires, ttl), bytes)) {
      this.#damaged.add(id);
      return undefined;
    }
    this.#touch(id);
    return body === null ? { bytes } : { body, size };
  }

  has(key: string): boolean {
    return this.#row(key) !== undefined;
  }

  /** An entry whose body cannot be read goes with the next write. */
  giveUp(key: string): void {
    const row = this.#row(key);
    if (row) this.#damaged.add(row.id);
  }

  #row(key: string): Row | undefined {
    const now = this.#clock.now();
    const row = this.#statements.find.get(key, now, now + AHEAD_MS) as Row | undefined;
    return row && this.#damaged.has(row.id) ? undefined : row;
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
    const ttl = ttlMs ?? null;
    const expires = ttl === null ? null : this.#clock.now() + ttl;
    const sum = checksum(placeOf(key, size, body, expires, ttl), bytes ?? new Uint8Array());
    this.#statements.add.run(key, size, bytes, body, cost, expires, ttl, this.#use(), sum);
    if (body !== null) this.#bodies.adopt(body);
    this.evict();
  }

  remove(key: string): void {
    this.#statements.remove.run(key);
  }

  /** Writes down which entries were read since the last time, and removes those that were found damaged. */
  flushUses(): void {
    for (const id of this.#damaged) this.#statements.removeRow.run(id);
    this.#damaged.clear();
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

/** What the checksum covers beside the bytes: a time to live is part of what was stored. */
function placeOf(
  key: string,
  size: number,
  body: number | null,
  expires: number | null,
  ttl: number | null,
): string {
  return `${size}:${body}:${expires}:${ttl}:${key}`;
}

function statements(db: DatabaseSync) {
  return {
    find: db.prepare(
      'SELECT id, size, bytes, body, expires, ttl, sum FROM entry WHERE key = ?1 AND (expires IS NULL OR (expires > ?2 AND expires - ttl <= ?3))',
    ),
    removeRow: db.prepare('DELETE FROM entry WHERE id = ?'),
    add: db.prepare(
      'INSERT INTO entry (key, size, bytes, body, cost, expires, ttl, used, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    remove: db.prepare('DELETE FROM entry WHERE key = ?'),
    touch: db.prepare('UPDATE entry SET used = ? WHERE id = ? AND used < ?1'),
    evict: db.prepare('DELETE FROM entry WHERE id = (SELECT id FROM entry ORDER BY used LIMIT 1)'),
    sweep: db.prepare('DELETE FROM entry WHERE id IN (SELECT id FROM entry WHERE expires <= ? LIMIT ?)'),
    next: db.prepare('SELECT min(expires) AS next FROM entry'),
    total: db.prepare('SELECT entries, bytes FROM total'),
  };
}
