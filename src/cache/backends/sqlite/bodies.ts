import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import type { Answer, LargeValue } from '../../contract.ts';
import { andThen } from '../../later.ts';
import { checksum } from '../checksum.ts';
import { REMOVED } from '../removed.ts';

/** The size of a part. A value up to this size is stored in its entry. */
export const PART_BYTES = 256 * 1024;

/** How long a body that nobody continues is kept: its writer may have been killed. */
const WRITING_MS = 10 * 60_000;

/** The bodies of large values. A number is never used twice, so that a reader never gets another value's parts. */
export class Bodies {
  readonly #clock: Clock;
  readonly #statements: ReturnType<typeof statements>;

  constructor(db: DatabaseSync, clock: Clock) {
    this.#clock = clock;
    this.#statements = statements(db);
  }

  begin(): number {
    return Number(this.#statements.begin.run(this.#clock.now() + WRITING_MS).lastInsertRowid);
  }

  append(body: number, number: number, bytes: Uint8Array): void {
    this.#keep(body, this.#clock.now() + WRITING_MS);
    this.#statements.append.run(body, number, bytes, checksum(placeOf(body, number), bytes));
  }

  /** It now belongs to an entry. */
  adopt(body: number): void {
    this.#keep(body, null);
  }

  /** It belongs to nobody any more. */
  discard(body: number): void {
    this.#statements.discard.run(body);
  }

  /** Once its time is over its parts begin to go, and it is not to be saved. */
  #keep(body: number, until: number | null): void {
    if (this.#statements.keep.run(until, body, this.#clock.now()).changes === 1) return;
    throw new Error('the body was not continued for too long');
  }

  /** A part as it was written; undefined when it has gone or is damaged. */
  part(body: number, number: number): Uint8Array | undefined {
    const row = this.#statements.read.get(body, number);
    const bytes = row?.bytes as Uint8Array | undefined;
    return bytes && row?.sum === checksum(placeOf(body, number), bytes) ? bytes : undefined;
  }

  /** Removes up to `limit` parts that belong to nobody, and says how many there were. */
  sweep(limit: number): number {
    const now = this.#clock.now();
    const parts = Number(this.#statements.sweepParts.run(now, limit).changes);
    return parts || Number(this.#statements.sweep.run(now, limit).changes);
  }

  /** When the next body without an owner may go; Infinity when there is none. */
  nextExpiry(): number {
    return Number(this.#statements.next.get()?.next ?? Number.POSITIVE_INFINITY);
  }
}

function placeOf(body: number, number: number): string {
  return `${body}:${number}`;
}

/** A value whose parts are asked for one at a time; `part` throws when they have gone. */
export function valueInParts(
  size: number,
  part: (number: number) => Answer<Uint8Array | undefined>,
): LargeValue {
  let held: { number: number; bytes: Uint8Array } | undefined;
  const cut = (bytes: Uint8Array, number: number, offset: number, length: number) => {
    held = { number, bytes };
    const from = offset - number * PART_BYTES;
    return bytes.subarray(from, from + length);
  };
  return {
    size,
    read(offset, length) {
      const number = Math.floor(offset / PART_BYTES);
      if (held?.number === number) return cut(held.bytes, number, offset, length);
      return andThen(part(number), (bytes) => {
        if (!bytes) throw new Error(REMOVED);
        return cut(bytes, number, offset, length);
      });
    },
  };
}

function statements(db: DatabaseSync) {
  return {
    next: db.prepare('SELECT min(until) AS next FROM body'),
    begin: db.prepare('INSERT INTO body (until) VALUES (?)'),
    append: db.prepare('INSERT INTO part (body, number, bytes, sum) VALUES (?, ?, ?, ?)'),
    keep: db.prepare('UPDATE body SET until = ? WHERE id = ? AND until > ?'),
    discard: db.prepare('UPDATE body SET until = 0 WHERE id = ?'),
    read: db.prepare('SELECT bytes, sum FROM part WHERE body = ? AND number = ?'),
    sweepParts: db.prepare(
      'DELETE FROM part WHERE id IN (SELECT part.id FROM body JOIN part ON part.body = body.id WHERE body.until <= ? LIMIT ?)',
    ),
    sweep: db.prepare('DELETE FROM body WHERE id IN (SELECT id FROM body WHERE until <= ? LIMIT ?)'),
  };
}
