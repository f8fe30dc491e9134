import type { Clock } from '../../clock.ts';

interface Pending {
  due: number;
  /** Undefined once it is settled. */
  expire: (() => void) | undefined;
}

/**
 * One time limit for any number of promises. As it is the same for all, the one that began first runs out first, and
 * one timer is enough.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #limitMs: number;
  #pending: Pending[] = [];
  #first = 0;
  #armed = false;

  constructor(clock: Clock, limitMs: number) {
    this.#clock = clock;
    this.#limitMs = limitMs;
  }

  /** The promise, with its failures put through `explain`; or a failure when it takes too long. */
  limit<T>(promise: Promise<T>, explain: (cause: unknown) => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const late = () => reject(new Error(`Redis did not answer within ${this.#limitMs} ms`));
      const pending: Pending = { due: this.#clock.now() + this.#limitMs, expire: late };
      this.#add(pending);
      promise.then(
        (value) => {
          pending.expire = undefined;
          resolve(value);
        },
        (cause) => {
          pending.expire = undefined;
          reject(explain(cause));
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
        next.expire?.();
        next.expire = undefined;
        this.#skipSettled();
      }
      const next = this.#pending[this.#first];
      if (next) this.#arm(Math.max(next.due - now, 1));
    });
  }
}
