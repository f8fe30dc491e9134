import type { Answer, Sink } from '../contract.ts';
import { isPromise, Later } from '../later.ts';
import { describe } from './failure.ts';
import type { GuestState } from './guest-state.ts';

/** Where a body is stored. */
export interface Target {
  whole(bytes: Uint8Array): Answer<void>;
  stream(): Sink;
  /** There will be no body. */
  abandon(): void;
}

/**
 * The body of an outgoing value: written once, in one piece or many, before or after it is known where it goes.
 *
 * Pieces wait here until there is a target and are passed on as soon as there is one, so they stand in memory
 * once. A body in one piece stays, and can be stored several times.
 */
export class Body {
  readonly #guest: GuestState;
  readonly #operation: string;
  readonly #key: string | undefined;
  #state: 'empty' | 'open' | 'finished' | 'failed' = 'empty';
  #failure: unknown;
  #pieces: Uint8Array[] = [];
  #size = 0;
  #target: Target | undefined;
  #sink: Sink | undefined;
  /** Ends when the body is stored at its target. */
  readonly #stored = new Later<void>();
  #work: Later<void> | undefined;

  constructor(guest: GuestState, operation: string, key: string | undefined) {
    this.#guest = guest;
    this.#operation = operation;
    this.#key = key;
  }

  /** The text of a failure of this body. */
  describe(cause: unknown): string {
    return describe(this.#operation, this.#key, cause);
  }

  /** Why it can never be stored, if that is so. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The work that has to end before the next piece is welcome, if there is any. */
  get work(): Later<void> | undefined {
    return this.#work?.look() ? undefined : this.#work;
  }

  /** Gives it a target. The answer comes when the finished body is stored there. */
  attach(target: Target): Answer<void> {
    if (this.#state === 'failed') {
      target.abandon();
      throw this.#failure;
    }
    if (this.#target) throw new Error('a body that is still being written, or was streamed, is stored once');
    if (this.#state === 'finished' && this.#pieces.length < 2)
      return target.whole(this.#pieces[0] ?? new Uint8Array());
    this.#target = target;
    this.#guest.held.add(this);
    if (this.#state !== 'empty') this.#passOn(target);
    if (this.#state === 'finished') this.#finishSink();
    return this.#stored;
  }

  /** The whole body at once. The answer comes when it is stored, if it has a target by now. */
  writeWhole(bytes: Uint8Array): Answer<void> {
    this.#begin();
    this.#grow(bytes.length);
    this.#pieces = [bytes];
    this.#state = 'finished';
    this.#guest.held.delete(this);
    const target = this.#target;
    if (!target) return;
    this.#target = undefined;
    this.#queue(() => target.whole(bytes));
    this.#stored.follow(this.#work);
    return this.#stored;
  }

  /** Begins a body in pieces. */
  open(): void {
    this.#begin();
    this.#state = 'open';
    if (this.#target) this.#passOn(this.#target);
  }

  /** One piece. The caller waits for `work` before the next. */
  write(piece: Uint8Array): void {
    if (this.#state !== 'open') throw this.#failure ?? new Error('the body is finished');
    this.#grow(piece.length);
    const sink = this.#sink;
    if (sink) this.#queue(() => sink.write(piece));
    else this.#pieces.push(piece);
  }

  /** The end of a body in pieces. Whether it could be stored is for those to tell who gave it a target. */
  finish(): void {
    if (this.#state !== 'open') return;
    this.#state = 'finished';
    try {
      this.#finishSink();
    } catch {
      // `fail` has kept the reason.
    }
  }

  /** The value is gone: what is not finished will never be. */
  abandon(): void {
    if (this.#state === 'empty' || this.#state === 'open')
      this.fail(new Error('the value was dropped before its body was finished'));
    else this.#release();
  }

  giveBack(): void {
    this.abandon();
  }

  /** Makes it one that can never be stored. */
  fail(error: unknown): void {
    if (this.#state === 'failed') return;
    this.#state = 'failed';
    this.#failure = error;
    this.#pieces = [];
    this.#release();
    this.#guest.held.delete(this);
    if (this.#sink) this.#sink.abandon();
    else this.#target?.abandon();
    this.#stored.reject(error);
  }

  #begin(): void {
    if (this.#state === 'failed') throw this.#failure;
    if (this.#state !== 'empty') throw new Error('the body was written, or begun, before');
  }

  #grow(bytes: number): void {
    const { valueBytes } = this.#guest.limits;
    try {
      if (this.#size + bytes > valueBytes) throw new Error(`the value is larger than ${valueBytes} bytes`);
      this.#guest.countBytes(bytes);
      this.#size += bytes;
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  /** Its bytes count no more: they are stored, or gone. */
  #release(): void {
    this.#guest.countBytes(-this.#size);
    this.#size = 0;
  }

  /** Opens the target for pieces, and sends those that have been waiting. */
  #passOn(target: Target): void {
    this.#queue(() => {
      const sink = target.stream();
      this.#sink = sink;
      const waiting = this.#pieces.reverse();
      this.#pieces = [];
      return drain(waiting, sink);
    });
  }

  #finishSink(): void {
    const sink = this.#sink;
    if (!sink) return;
    this.#guest.held.delete(this);
    this.#queue(() => sink.finish());
    this.#stored.follow(this.#work);
  }

  /** Does it after the work that is under way; its failure is the body's. */
  #queue(task: () => Answer<void>): void {
    try {
      const { work } = this;
      const answer = work ? work.then(task) : task();
      this.#work = isPromise(answer) ? Later.from(answer) : undefined;
    } catch (error) {
      this.fail(error);
      throw error;
    }
    this.#work?.listen((outcome) => {
      if (!outcome.ok) this.fail(outcome.error);
    });
  }
}

/** Sends pieces, last first, and forgets each as it goes. */
function drain(pieces: Uint8Array[], sink: Sink): Answer<void> {
  for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
    const answer = sink.write(piece);
    if (isPromise(answer)) return answer.then(() => drain(pieces, sink));
  }
}
