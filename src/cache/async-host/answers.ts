import type { Answer, Backend } from '../contract.ts';
import { ask } from '../host/ask.ts';
import type { GuestState } from '../host/guest-state.ts';
import { Later } from '../later.ts';
import { keyProblem } from '../limits.ts';
import { failure } from './failure.ts';

/** Asks the backend on behalf of a guest. */
export interface Answers {
  /** The answer, or a failure for the guest. What comes when nobody waits any more is `unwanted`. */
  of<T>(
    operation: string,
    key: string,
    question: (backend: Backend) => Answer<T>,
    unwanted?: (value: T) => void,
  ): Promise<T>;
  /** Why nothing may be stored under a key, if that is so. */
  refusal(key: string): string | undefined;
}

export function answersOf(guest: GuestState): Answers {
  return {
    async of(operation, key, question, unwanted) {
      try {
        const asked = ask(guest, key, question, unwanted);
        if (!(asked instanceof Later)) {
          if (asked.ok) return asked.value;
          throw asked.error;
        }
        const value = await asked;
        if (!guest.closed) return value;
        unwanted?.(value);
        throw new Error(guest.closed);
      } catch (error) {
        throw failure(operation, key, error);
      }
    },
    refusal: (key) => guest.refusal() ?? keyProblem(key, guest.limits),
  };
}
