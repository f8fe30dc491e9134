import { systemClock } from '../system-clock.ts';

interface Pending {
  due: number;
  /** Undefined once it is settled. */
  expire: ((cause: Error) => void) | undefined;
  /** How many answers there had been when it began. */
  answers: number;
}

/** The time was over. What was asked may still be done, later. */
export class NoAnswer extends Error {}

/**
 * One time limit for any number of promises. As it is the same for all, the one that began first runs out first, and
 * one timer is enough. It goes by steady time: a machine that slept has not kept anybody waiting.
 */
export class Deadlines {
  readonly #limitMs: number;
  /** Told whether nothing at all was answered since that call began; says whether that ends the connection. */
  readonly #late: (isSilent: boolean) => { cause: NoAnswer; isOver: boolean };
  #answers = 0;
  #pending: Pending[] = [];
  #first = 0;
  #armed = false;

  constructor(limitMs: number, late: (isSilent: boolean) => { cause: NoAnswer; isOver: boolean }) {
    this.#late = late;
    this.#limitMs = limitMs;
  }

  /** What `onValue` makes of the promise's value or `onError` of its failure; or a failure when it takes too long. */
  limit<A, B>(
    promise: Promise<A>,
    onValue: (value: A) => B,
    onError: (cause: unknown) => B | PromiseLike<B>,
  ) {
    return new Promise<B>((resolve, reject) => {
      const pending: Pending = {
        due: performance.now() + this.#limitMs,
        expire: reject,
        answers: this.#answers,
      };
      this.#add(pending);
      promise.then(
        (value) => {
          pending.expire = undefined;
          this.#answers += 1;
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
    systemClock.after(ms, () => {
      this.#armed = false;
      const now = performance.now();
      this.#skipSettled();
      for (
        let next = this.#pending[this.#first];
        next && next.due <= now;
        next = this.#pending[this.#first]
      ) {
        const { cause, isOver } = this.#late(next.answers === this.#answers);
        // The others will get no answer either: that is what they are told, and not that the connection was closed.
        for (const one of isOver ? this.#pending.slice(this.#first) : [next]) {
          one.expire?.(cause);
          one.expire = undefined;
        }
        this.#skipSettled();
      }
      const next = this.#pending[this.#first];
      if (next) this.#arm(Math.max(next.due - now, 1));
    });
  }
}
