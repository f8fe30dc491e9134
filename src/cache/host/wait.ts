import type { Answer } from '../contract.ts';
import { isPromise, Later, type Pending } from '../later.ts';
import type { GuestState } from './guest-state.ts';

const CANNOT_WAIT =
  'this call has to wait, and the guest cannot: build it with asyncMode "jspi" and the blockingImports of the ' +
  'host, on an engine that can suspend WebAssembly, or use a backend that answers at once';

/**
 * Returns when one of them has ended: at once, or by a promise if the guest can suspend. Never fails because one failed,
 * and leaves nothing behind with those that have not ended: a guest may poll them for ever.
 */
export function waitFor(guest: GuestState, pending: readonly Pending[]): void | Promise<void> {
  for (const later of pending) later.startNow();
  if (pending.some((later) => later.look())) return;
  if (!guest.suspends) throw new Error(CANNOT_WAIT);
  return new Promise((resolve) => {
    const callOff: (() => void)[] = [];
    const wake = () => {
      for (const call of callOff) call();
      resolve();
    };
    for (const later of pending) callOff.push(later.listen(wake));
  });
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
  return following(waitFor(guest, [later]), finish);
}

/** What follows a wait: at once, or by a promise. */
export function following<T>(wait: void | Promise<void>, next: () => T | Promise<T>): T | Promise<T> {
  if (!wait) return next();
  const result = wait.then(next);
  // Glue that was not built to wait ignores the promise; its failure must not end the process.
  result.catch(() => {});
  return result;
}
