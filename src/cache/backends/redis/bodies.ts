import type { LargeValue, Sink } from '../../contract.ts';
import { REMOVED } from '../removed.ts';
import type { Connection } from './connection.ts';
import { WRONG_TYPE } from './explain.ts';
import { discard } from './scripts.ts';
import { seal, unseal } from './sealed.ts';

/** The size of a part of a large body. */
export const PART_BYTES = 256 * 1024;

/** How many parts a body of that size has. */
export function partsOf(size: number): number {
  return Math.ceil(size / PART_BYTES);
}

/** How long a body that nobody continues is kept. */
const WRITING_MS = 10 * 60_000;

/**
 * A large value is a hash of numbered parts with an `id` of its own, so that it goes as a whole and a reader sees when
 * it has become another.
 */
export function largeValue(connection: Connection, name: string, id: string, size: number): LargeValue {
  let held: { number: number; bytes: Buffer } | undefined;
  return {
    size,
    async read(offset, length) {
      const number = Math.floor(offset / PART_BYTES);
      if (held?.number !== number) {
        const [found, bytes] = await connection
          .call((redis) => redis.hmGet(name, ['id', `${number}`]))
          .catch((error) => (error.message === WRONG_TYPE ? [] : Promise.reject(error)));
        if (!bytes || String(found) !== id) throw new Error(REMOVED);
        const part = unseal(placeOf(id, number), bytes);
        if (!part) {
          connection.run(discard, [name], [id]).catch(() => {});
          throw new Error(REMOVED);
        }
        held = { number, bytes: part };
      }
      const from = offset - number * PART_BYTES;
      return held.bytes.subarray(from, from + length);
    },
  };
}

function placeOf(id: string, number: number): string {
  return `${id}:${number}`;
}

export interface BodySinkOptions {
  connection: Connection;
  /** The name under which the body grows. */
  name: string;
  id: string;
  /** Called with each piece; rejects when the vacancy behind the body is lost. */
  renew?(): Promise<void>;
  /** Stores a body that is small enough to be a plain value. */
  store(bytes: Uint8Array): Promise<void>;
  /** Gives the body that has grown its place. */
  place(size: number): Promise<void>;
  abandon?(): void;
}

/** Collects a body in parts; one that fits in a single part is stored like any other value. */
export class BodySink implements Sink {
  readonly #options: BodySinkOptions;
  /** What does not fill a part yet. */
  #pieces: Uint8Array[] = [];
  #held = 0;
  #parts = 0;
  #size = 0;
  #over = false;

  constructor(options: BodySinkOptions) {
    this.#options = options;
  }

  async write(piece: Uint8Array): Promise<void> {
    const work: (Promise<void> | undefined)[] = [this.#options.renew?.()];
    this.#size += piece.length;
    let rest = piece;
    while (this.#held + rest.length > PART_BYTES) {
      const room = PART_BYTES - this.#held;
      this.#pieces.push(rest.subarray(0, room));
      work.push(this.#flush());
      rest = rest.subarray(room);
    }
    this.#pieces.push(rest);
    this.#held += rest.length;
    await Promise.all(work);
  }

  async finish(): Promise<void> {
    if (this.#over) return;
    try {
      if (this.#parts === 0) {
        await this.#options.store(Buffer.concat(this.#pieces));
      } else {
        await this.#flush();
        await this.#options.place(this.#size);
      }
      this.#over = true;
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  abandon(): void {
    if (this.#over) return;
    this.#over = true;
    const { connection, name, abandon } = this.#options;
    // Where this fails the body goes when its time is over.
    if (this.#parts > 0) connection.call((redis) => redis.unlink(name)).catch(() => {});
    abandon?.();
  }

  async #flush(): Promise<void> {
    const { connection, name, id } = this.#options;
    const field = `${this.#parts}`;
    const bytes = seal(placeOf(id, this.#parts), Buffer.concat(this.#pieces));
    this.#parts += 1;
    this.#pieces = [];
    this.#held = 0;
    await connection.call((redis) =>
      Promise.all([
        redis.hSet(name, [
          ['id', id],
          [field, bytes],
        ]),
        redis.pExpire(name, WRITING_MS),
      ]),
    );
  }
}
