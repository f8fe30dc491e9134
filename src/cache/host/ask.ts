import type { Answer, Backend } from '../contract.ts';
import { isPromise, Later, type Outcome } from '../later.ts';
import { keyProblem } from '../limits.ts';
import type { GuestState } from './guest-state.ts';

/** Asks the backend, unless guest or key forbid it. What is answered when nobody waits any more is `unwanted`. */
export function ask<T>(
  guest: GuestState,
  key: string,
  question: (backend: Backend, key: string) => Answer<T>,
  unwanted?: (value: T) => void,
): Outcome<T> | Later<T> {
  try {
    const refusal = guest.refusal() ?? keyProblem(key, guest.limits);
    if (refusal) throw new Error(refusal);
    const answer = question(guest.backend, key);
    return isPromise(answer) ? guest.limited(Later.from(answer), unwanted) : { ok: true, value: answer };
  } catch (error) {
    return { ok: false, error };
  }
}
