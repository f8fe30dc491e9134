import type { Answer } from './contract.ts';
import { Later, type Outcome } from './later.ts';

/** An answer whose work begins when it has been looked at so many times, or when somebody waits for it. */
export class Delayed<T> extends Later<T> {
  #looks: number;
  #work: (() => Answer<T>) | undefined;
  #begun: Later<T> | undefined;

  constructor(looks: number, work: () => Answer<T>) {
    super();
    this.#looks = looks;
    this.#work = work;
  }

  override look(): Outcome<T> | undefined {
    if (this.#work && this.#looks-- <= 0) this.startNow();
    return super.look();
  }

  override startNow(): void {
    const work = this.#work;
    this.#work = undefined;
    if (!work) return;
    try {
      const answer = work();
      if (answer instanceof Later) this.#begun = answer;
      this.follow(answer);
    } catch (error) {
      this.reject(error);
    }
  }

  override forget(): void {
    this.#work = undefined;
    this.#begun?.forget();
  }
}
