import type { Clock } from '../clock.ts';
import { Later, type Outcome } from '../later.ts';

/** An answer that is waited for no longer than a limit. What comes after that is `unwanted`. */
export class LimitedWait<T> extends Later<T> {
  readonly #answer: Later<T>;
  readonly #callOff: () => void;

  constructor(answer: Later<T>, limit: { clock: Clock; ms: number }, unwanted: (value: T) => void) {
    super();
    this.#answer = answer;
    this.#callOff = Number.isFinite(limit.ms)
      ? limit.clock.after(limit.ms, () => this.end(`no answer within ${limit.ms} ms`), true)
      : () => {};
    answer.listen((outcome) => {
      this.#callOff();
      if (super.look() && outcome.ok) unwanted(outcome.value);
      else if (outcome.ok) this.resolve(outcome.value);
      else this.reject(outcome.error);
    });
  }

  /** Ends it with a failure, if it has not ended. */
  end(reason: string): void {
    this.#callOff();
    this.reject(new Error(reason));
    this.#answer.forget();
  }

  override look(): Outcome<T> | undefined {
    // Some answers begin when they are looked at.
    this.#answer.look();
    return super.look();
  }

  override startNow(): void {
    this.#answer.startNow();
  }

  override forget(): void {
    this.#callOff();
    this.#answer.forget();
  }
}
