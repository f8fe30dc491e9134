import type { Answer } from '../contract.ts';
import { isPromise, Later } from '../later.ts';
import type { GuestState } from './guest-state.ts';

const CANNOT_WAIT =
  'this call has to wait, and the guest cannot: build it with asyncMode "jspi" and the blockingImports of the ' +
  'host, on an engine that can suspend WebAssembly, or use a backend that answers at once';

/** Returns when it has ended: at once, or by a promise if the guest can suspend. Never fails because it failed. */
export function waitFor<T>(guest: GuestState, later: Later<T>): void | Promise<void> {
  later.startNow();
  if (later.look()) return;
  if (!guest.suspends) throw new Error(CANNOT_WAIT);
  return new Promise((resolve) => later.listen(() => resolve()));
}

/**
 * What a blocking call returns: the answer at once, or by a promise if the guest can suspend. A failure becomes
 * what `failed` throws.
 */
export function settle<T>(
  guest: GuestState,
  task: () => Answer<T>,
  failed: (error: unknown) => never,
): T | Promise<T> {
  let answer: Answer<T>;
  try {
    answer = task();
  } catch (error) {
    return failed(error);
  }
  if (!isPromise(answer)) return answer;
  const later = Later.from(answer);
  const finish = (): T => {
    const outcome = later.look();
    if (!outcome) throw new Error('the wait ended early');
    return outcome.ok ? outcome.value : failed(outcome.error);
  };
  return following(waitFor(guest, later), finish);
}

/** What follows a wait: at once, or by a promise. */
export function following<T>(wait: void | Promise<void>, next: () => T | Promise<T>): T | Promise<T> {
  if (!wait) return next();
  const result = wait.then(next);
  // Glue that was not built to wait ignores the promise; its failure must not end the process.
  result.catch(() => {});
  return result;
}
