import type { Sink } from '../../contract.ts';
import { type Bodies, PART_BYTES } from './bodies.ts';
import type { Content } from './entries.ts';

export interface BodySinkOptions {
  bodies: Bodies;
  /** Runs the work as a transaction. */
  write<T>(work: () => T): T;
  /** Called with each piece; throws when the vacancy behind the body is lost. */
  renew?(): void;
  finish(content: Content): void;
  abandon?(): void;
}

/** Collects a body in parts. One that fits in a single part never becomes a body. */
export class BodySink implements Sink {
  readonly #options: BodySinkOptions;
  /** What does not fill a part yet. */
  #pieces: Uint8Array[] = [];
  #held = 0;
  #body: number | undefined;
  #parts = 0;
  #size = 0;
  #over = false;

  constructor(options: BodySinkOptions) {
    this.#options = options;
  }

  write(piece: Uint8Array): void {
    this.#options.renew?.();
    this.#size += piece.length;
    let rest = piece;
    while (this.#held + rest.length > PART_BYTES) {
      const room = PART_BYTES - this.#held;
      this.#pieces.push(rest.subarray(0, room));
      this.#flush();
      rest = rest.subarray(room);
    }
    this.#pieces.push(rest);
    this.#held += rest.length;
  }

  finish(): void {
    if (this.#over) return;
    try {
      if (this.#body !== undefined) this.#flush();
      this.#options.finish(
        this.#body === undefined ? { bytes: joined(this.#pieces) } : { body: this.#body, size: this.#size },
      );
      this.#over = true;
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  abandon(): void {
    if (this.#over) return;
    this.#over = true;
    const body = this.#body;
    try {
      if (body !== undefined) this.#options.write(() => this.#options.bodies.discard(body));
    } catch {
      // It is removed when its time is over.
    }
    this.#options.abandon?.();
  }

  #flush(): void {
    const { bodies, write } = this.#options;
    const bytes = joined(this.#pieces);
    this.#pieces = [];
    this.#held = 0;
    write(() => {
      this.#body ??= bodies.begin();
      bodies.append(this.#body, this.#parts, bytes);
    });
    this.#parts += 1;
  }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}
