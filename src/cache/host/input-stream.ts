import type { Value } from '../contract.ts';
import { isPromise, Later, type Outcome, type Pending } from '../later.ts';
import { describe } from './failure.ts';
import { isResourceOf } from './foreign.ts';
import type { GuestState } from './guest-state.ts';
import type { Pollable, Source } from './poll.ts';
import { Resource } from './resource.ts';
import { closeStream, failStream } from './stream-error.ts';
import { following, waitFor } from './wait.ts';

/** The most that one read gives, so that a value never stands in memory a second time. */
const MOST = 1024 * 1024;

/** The least that is asked of a store at once: small reads share the way there. */
const LEAST = 64 * 1024;

/** The resource `input-stream`, over a value that is stored. */
export class InputStream extends Resource implements Source {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isResourceOf(InputStream, ['read', 'blockingRead'], value);
  }

  readonly #key: string;
  readonly #value: Value;
  readonly #size: number;
  #offset = 0;
  /** The next piece: here, on its way, or what is left of it. */
  #next: Outcome<Uint8Array> | Later<Uint8Array> | undefined;
  #closed = false;

  constructor(guest: GuestState, key: string, value: Value) {
    super(guest);
    this.#key = key;
    this.#value = value;
    this.#size = value instanceof Uint8Array ? value.length : value.size;
  }

  read(len: bigint): Uint8Array {
    return this.take(len);
  }

  blockingRead(len: bigint): Uint8Array | Promise<Uint8Array> {
    return this.#wait(len, () => this.take(len));
  }

  skip(len: bigint): bigint {
    return BigInt(this.take(len).length);
  }

  blockingSkip(len: bigint): bigint | Promise<bigint> {
    return this.#wait(len, () => BigInt(this.take(len).length));
  }

  subscribe(): Pollable {
    return new this.guest.classes.Pollable(this.guest, this);
  }

  ready(): boolean {
    return this.#ended() || this.#look(LEAST) !== undefined;
  }

  pending(): Pending | undefined {
    return !this.ready() && this.#next instanceof Later ? this.#next : undefined;
  }

  /** Returns when there is something to read, or nothing any more. */
  wait(): void | Promise<void> {
    const pending = this.pending();
    if (pending) return waitFor(this.guest, [pending]);
  }

  /** Up to `len` bytes, none while they are on their way. Throws at the end, or for a failure. */
  take(len: bigint): Uint8Array {
    if (this.#ended()) closeStream();
    const most = atMost(len);
    if (most === 0) return new Uint8Array();
    const next = this.#look(most);
    if (!next) return new Uint8Array();
    if (!next.ok) {
      this.#closed = true;
      failStream(this.guest, describe('input-stream.read', this.#key, next.error));
    }
    const piece = next.value.subarray(0, most);
    const rest = next.value.subarray(most);
    this.#next = rest.length > 0 ? { ok: true, value: rest } : undefined;
    this.#offset += piece.length;
    return piece;
  }

  #ended(): boolean {
    return this.#closed || this.#offset >= this.#size;
  }

  #wait<T>(len: bigint, next: () => T): T | Promise<T> {
    if (!this.#ended()) this.#look(atMost(len));
    return following(this.wait(), next);
  }

  #look(most: number): Outcome<Uint8Array> | undefined {
    this.#next ??= this.#fetch(most);
    return this.#next instanceof Later ? this.#next.look() : this.#next;
  }

  #fetch(most: number): Outcome<Uint8Array> | Later<Uint8Array> {
    const [value, from] = [this.#value, this.#offset];
    const to = Math.min(from + Math.max(most, LEAST), this.#size);
    if (value instanceof Uint8Array) return { ok: true, value: value.subarray(from, to) };
    try {
      const answer = value.read(from, to - from);
      return isPromise(answer) ? Later.from(answer) : { ok: true, value: answer };
    } catch (error) {
      return { ok: false, error };
    }
  }
}

function atMost(len: bigint): number {
  return len < MOST ? Number(len) : MOST;
}
