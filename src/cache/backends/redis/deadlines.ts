import type { Clock } from '../../clock.ts';

interface Pending {
  due: number;
  /** Undefined once it is settled. */
  expire: ((cause: Error) => void) | undefined;
}

/** The time was over. What was asked may still be done, later. */
export class NoAnswer extends Error {}

/**
 * One time limit for any number of promises. As it is the same for all, the one that began first runs out first, and
 * one timer is enough.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #limitMs: number;
  readonly #late: () => NoAnswer;
  #pending: Pending[] = [];
  #first = 0;
  #armed = false;

  constructor(clock: Clock, limitMs: number, late: () => NoAnswer) {
    this.#late = late;
    this.#clock = clock;
    this.#limitMs = limitMs;
  }

  /** What `onValue` makes of the promise's value or `onError` of its failure; or a failure when it takes too long. */
  limit<A, B>(
    promise: Promise<A>,
    onValue: (value: A) => B,
    onError: (cause: unknown) => B | PromiseLike<B>,
  ) {
    return new Promise<B>((resolve, reject) => {
      const pending: Pending = { due: this.#clock.now() + this.#limitMs, expire: reject };
      this.#add(pending);
      promise.then(
        (value) => {
          pending.expire = undefined;
          resolve(onValue(value));
        },
        (cause) => {
          pending.expire = undefined;
          try {
            resolve(onError(cause));
          } catch (error) {
            reject(error);
          }
        },
      );
    });
  }

  #add(pending: Pending): void {
    this.#skipSettled();
    this.#pending.push(pending);
    if (!this.#armed) this.#arm(this.#limitMs);
  }

  #skipSettled(): void {
    while (this.#first < this.#pending.length && !this.#pending[this.#first]?.expire) this.#first += 1;
    if (this.#first < 1024 && this.#first < this.#pending.length) return;
    this.#pending = this.#pending.slice(this.#first);
    this.#first = 0;
  }

  #arm(ms: number): void {
    this.#armed = true;
    this.#clock.after(ms, () => {
      this.#armed = false;
      const now = this.#clock.now();
      this.#skipSettled();
      for (
        let next = this.#pending[this.#first];
        next && next.due <= now;
        next = this.#pending[this.#first]
      ) {
        next.expire?.(this.#late());
        next.expire = undefined;
        this.#skipSettled();
      }
      const next = this.#pending[this.#first];
      if (next) this.#arm(Math.max(next.due - now, 1));
    });
  }
}
