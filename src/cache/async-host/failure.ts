import { describe, GuestError } from '../host/failure.ts';

/** The record `error` of the draft. */
export interface AsyncError {
  trace: string;
}

/** A result as jco writes it inside a future. */
export type AsyncResult = { tag: 'ok'; val: undefined } | { tag: 'err'; val: AsyncError };

export const OK: AsyncResult = { tag: 'ok', val: undefined };

/** What a call throws to give its guest the error side of its result. */
export function failure(operation: string, key: string, cause: unknown): GuestError {
  const trace = describe(operation, key, cause);
  return new GuestError(trace, { trace } satisfies AsyncError);
}
