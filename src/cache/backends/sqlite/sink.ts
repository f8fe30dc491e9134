import type { Answer, Sink } from '../../contract.ts';
import { andThen, isPromise, orElse } from '../../later.ts';
import { PART_BYTES } from './bodies.ts';
import type { Content } from './entries.ts';
import type { Store } from './store.ts';

export interface BodySinkOptions {
  /** Runs the work as a transaction. */
  write<T>(work: (store: Store) => T): Answer<T>;
  /** Called with each piece; fails when the vacancy behind the body is lost. */
  renew?(): Answer<void>;
  finish(content: Content): Answer<void>;
  abandon?(): void;
}

/** After so many parts in a row other work of the process gets a turn. */
const PARTS_IN_A_ROW = 32;

/** Collects a body in parts. One that fits in a single part never becomes a body. */
export class BodySink implements Sink {
  readonly #options: BodySinkOptions;
  /** What does not fill a part yet. */
  #pieces: Uint8Array[] = [];
  #held = 0;
  #body: { id: number; store: Store } | undefined;
  #parts = 0;
  #size = 0;
  #over = false;

  constructor(options: BodySinkOptions) {
    this.#options = options;
  }

  write(piece: Uint8Array): Answer<void> {
    this.#size += piece.length;
    return andThen(this.#options.renew?.(), () => this.#take(piece));
  }

  finish(): Answer<void> {
    if (this.#over) return;
    return orElse(
      () =>
        andThen(this.#parts > 0 ? this.#flush() : undefined, () =>
          andThen(this.#options.finish(this.#content()), () => {
            this.#over = true;
          }),
        ),
      (error) => {
        this.abandon();
        throw error;
      },
    );
  }

  abandon(): void {
    if (this.#over) return;
    this.#over = true;
    const body = this.#body;
    const discard = () =>
      body && this.#options.write((store) => store === body.store && store.bodies.discard(body.id));
    // Where that fails the body is removed when its time is over.
    const done = orElse<unknown>(discard, () => undefined);
    if (isPromise(done)) done.then(undefined, () => {});
    this.#options.abandon?.();
  }

  #content(): Content {
    if (this.#body === undefined) return { bytes: joined(this.#pieces) };
    return { body: this.#body.id, size: this.#size, store: this.#body.store };
  }

  #take(piece: Uint8Array): Answer<void> {
    let rest = piece;
    for (let parts = 0; this.#held + rest.length > PART_BYTES; parts += 1) {
      const room = PART_BYTES - this.#held;
      this.#pieces.push(rest.subarray(0, room));
      rest = rest.subarray(room);
      const flushed = this.#flush();
      if (isPromise(flushed)) return flushed.then(() => this.#take(rest));
      if (parts === PARTS_IN_A_ROW) return new Promise<void>(setImmediate).then(() => this.#take(rest));
    }
    this.#pieces.push(rest);
    this.#held += rest.length;
  }

  #flush(): Answer<void> {
    const bytes = joined(this.#pieces);
    this.#pieces = [];
    this.#held = 0;
    const number = this.#parts;
    this.#parts += 1;
    const written = this.#options.write((store) => {
      if (this.#body && this.#body.store !== store) throw new Error(REPLACED);
      const id = this.#body?.id ?? store.bodies.begin();
      store.bodies.append(id, number, bytes);
      return { id, store };
    });
    return andThen(written, (body) => {
      this.#body = body;
    });
  }
}

/** The failure of a body of which one part went to a file that is not there any more. */
export const REPLACED = 'the cache file was replaced while the body was written';

function joined(pieces: Uint8Array[]): Uint8Array {
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}
