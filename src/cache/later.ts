import type { Answer } from './contract.ts';

/** How a wait ended. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown };

/** Something to wait for, whatever it ends with. */
export interface Pending {
  look(): unknown;
  startNow(): void;
  listen(listener: () => void): () => void;
}

/**
 * An answer that is not there yet, and that can be looked at without leaving the current task.
 *
 * A promise shows its value one microtask late. A guest that cannot suspend never gets that far, so a backend
 * that lives in this process answers with one of these.
 */
export class Later<T> implements PromiseLike<T> {
  #outcome: Outcome<T> | undefined;
  #listeners: Set<(outcome: Outcome<T>) => void> | undefined;

  /** The answer that a promise, or another of these, will have. */
  static from<T>(answer: PromiseLike<T>): Later<T> {
    if (answer instanceof Later) return answer;
    const later = new Later<T>();
    later.follow(answer);
    return later;
  }

  /** How it ended, or undefined as long as it has not. */
  look(): Outcome<T> | undefined {
    return this.#outcome;
  }

  /** Called when somebody is about to wait for it: work that was put off begins. */
  startNow(): void {}

  /** Called when nobody wants it any more; what it ends with is still told to those who listen. */
  forget(): void {}

  resolve(value: T): void {
    this.#end({ ok: true, value });
  }

  reject(error: unknown): void {
    this.#end({ ok: false, error });
  }

  /** Ends as the answer does: now, if that is there. */
  follow(answer: Answer<T>): void {
    if (answer instanceof Later) answer.listen((outcome) => this.#end(outcome));
    else if (isPromise(answer))
      answer.then(
        (value) => this.resolve(value),
        (error) => this.reject(error),
      );
    else this.resolve(answer);
  }

  /** Calls back when it ends, in the same task; at once if it has ended. The function it returns calls that off. */
  listen(listener: (outcome: Outcome<T>) => void): () => void {
    if (this.#outcome) {
      listener(this.#outcome);
      return () => {};
    }
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
    return () => this.#listeners?.delete(listener);
  }

  // biome-ignore lint/suspicious/noThenProperty: backends' callers await it like any promise.
  then<A = T, B = never>(
    onValue?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.startNow();
    return new Promise<T>((resolve, reject) => {
      this.listen((outcome) => (outcome.ok ? resolve(outcome.value) : reject(outcome.error)));
    }).then(onValue, onError);
  }

  #end(outcome: Outcome<T>): void {
    if (this.#outcome) return;
    this.#outcome = outcome;
    const listeners = this.#listeners;
    this.#listeners = undefined;
    for (const listener of listeners ?? []) listener(outcome);
  }
}

/** Whether an answer is still to come, or at least takes a microtask. */
export function isPromise<T>(answer: Answer<T>): answer is PromiseLike<T> {
  return typeof answer === 'object' && answer !== null && 'then' in answer;
}

/** The next step: at once, where the answer is there. */
export function andThen<A, B>(answer: Answer<A>, next: (value: A) => Answer<B>): Answer<B> {
  return isPromise(answer) ? answer.then(next) : next(answer);
}

/** What the task gives, now or later; where it fails, now or later, what `failed` makes of that. */
export function orElse<T>(task: () => Answer<T>, failed: (error: unknown) => Answer<T>): Answer<T> {
  let answer: Answer<T>;
  try {
    answer = task();
  } catch (error) {
    return failed(error);
  }
  return isPromise(answer) ? answer.then((value) => value, failed) : answer;
}
