import type { Answer, Backend } from '../contract.ts';
import { isPromise, Later, type Outcome } from '../later.ts';
import { keyProblem } from '../limits.ts';
import type { GuestState } from './guest-state.ts';

/** Asks the backend, unless guest or key forbid it. */
export function ask<T>(
  guest: GuestState,
  key: string,
  question: (backend: Backend, key: string) => Answer<T>,
): Outcome<T> | Later<T> {
  try {
    const refusal = guest.refusal() ?? keyProblem(key, guest.limits);
    if (refusal) throw new Error(refusal);
    const answer = question(guest.backend, key);
    return isPromise(answer) ? Later.from(answer) : { ok: true, value: answer };
  } catch (error) {
    return { ok: false, error };
  }
}
