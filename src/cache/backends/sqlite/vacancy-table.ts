import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';

interface Row {
  token: string;
  until: number;
  life: number;
}

interface Seen {
  token: string;
  until: number;
  since: number;
}

const MOST_SEEN = 4096;

/** Who may fill which key, and until when. Whatever writes is called inside a transaction. */
export class VacancyTable {
  readonly #clock: Clock;
  readonly #lifeMs: number;
  readonly #statements: ReturnType<typeof statements>;
  /** Vacancies of others that were asked for, and when each was first seen as it is now. */
  readonly #seen = new Map<string, Seen>();

  constructor(db: DatabaseSync, clock: Clock, lifeMs: number) {
    this.#clock = clock;
    this.#lifeMs = lifeMs;
    this.#statements = statements(db);
  }

  /**
   * For how many milliseconds more the key's vacancy is held; 0 when it is free. Where the holder's clock was ahead, the
   * time of the vacancy is counted from when it was first seen here.
   */
  takenFor(key: string): number {
    const now = this.#clock.now();
    const row = this.#statements.held.get(key, now) as Row | undefined;
    if (!row) {
      this.#seen.delete(key);
      return 0;
    }
    const { token, until, life } = row;
    let seen = this.#seen.get(key);
    if (seen?.token !== token || seen.until !== until) {
      seen = { token, until, since: now };
      this.#remember(key, seen);
    }
    return Math.max(Math.min(until, seen.since + life) - now, 0);
  }

  #remember(key: string, seen: Seen): void {
    this.#seen.set(key, seen);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > MOST_SEEN && oldest !== undefined) this.#seen.delete(oldest);
  }

  /** The token of a new holder. */
  take(key: string): string {
    const token = randomUUID();
    this.#statements.take.run(key, token, this.#clock.now() + this.#lifeMs, this.#lifeMs);
    return token;
  }

  /** Begins the holder's time anew; false when the vacancy is lost. */
  renew(key: string, token: string): boolean {
    const now = this.#clock.now();
    return this.#statements.renew.run(now + this.#lifeMs, key, token, now).changes === 1;
  }

  /** Ends the vacancy; false when it was lost already. */
  end(key: string, token: string): boolean {
    return this.#statements.end.run(key, token, this.#clock.now()).changes === 1;
  }

  /** Ends the vacancy, whoever holds it: the key was written. */
  revoke(key: string): void {
    this.#statements.revoke.run(key);
  }

  /** Forgets up to `limit` vacancies that are past their time, and says how many there were. */
  sweep(limit: number): number {
    return Number(this.#statements.sweep.run(this.#clock.now(), limit).changes);
  }

  /** When the next vacancy is past its time; Infinity when there is none. */
  nextExpiry(): number {
    return Number(this.#statements.next.get()?.next ?? Number.POSITIVE_INFINITY);
  }
}

function statements(db: DatabaseSync) {
  return {
    next: db.prepare('SELECT min(until) AS next FROM vacancy'),
    held: db.prepare('SELECT token, until, life FROM vacancy WHERE key = ? AND until > ?'),
    take: db.prepare('INSERT OR REPLACE INTO vacancy (key, token, until, life) VALUES (?, ?, ?, ?)'),
    renew: db.prepare('UPDATE vacancy SET until = ? WHERE key = ? AND token = ? AND until > ?'),
    end: db.prepare('DELETE FROM vacancy WHERE key = ? AND token = ? AND until > ?'),
    revoke: db.prepare('DELETE FROM vacancy WHERE key = ?'),
    sweep: db.prepare('DELETE FROM vacancy WHERE key IN (SELECT key FROM vacancy WHERE until <= ? LIMIT ?)'),
  };
}
