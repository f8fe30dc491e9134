import type { Limits } from './contract.ts';
import { BYTES, checkNumbers, DURATION } from './options.ts';

/** What a guest may use up, where its host says nothing else. */
export const LIMITS: Limits = {
  keyBytes: 2048,
  valueBytes: 256 * 1024 * 1024,
  handles: 65_536,
  heldBytes: 1024 * 1024 * 1024,
  waiters: 16_384,
  waitMs: Number.POSITIVE_INFINITY,
  deadlineMs: Number.POSITIVE_INFINITY,
};

/** Those limits, with what a host says instead of them. Throws for a number that cannot be meant. */
export function limitsOf(given: Partial<Limits> = {}): Limits {
  const count = { from: 1, to: 2 ** 31, unit: 'things' };
  checkNumbers('limits', given, {
    keyBytes: BYTES,
    valueBytes: BYTES,
    heldBytes: BYTES,
    handles: count,
    waiters: count,
    waitMs: DURATION,
    deadlineMs: DURATION,
  });
  return { ...LIMITS, ...given };
}

/** What is wrong with a key, if anything. */
export function keyProblem(key: string, { keyBytes }: Limits): string | undefined {
  // A UTF-16 unit takes at most three bytes: most keys need not be encoded to be measured.
  if (key.length * 3 > keyBytes && new TextEncoder().encode(key).length > keyBytes)
    return `the key is longer than ${keyBytes} bytes`;
  // Two broken keys could become the same one in a store that keeps UTF-8.
  return key.isWellFormed() ? undefined : 'the key is not well-formed Unicode';
}
