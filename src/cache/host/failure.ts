import type { GuestState } from './guest-state.ts';
import { Resource } from './resource.ts';

const SHOWN = 40;

/** The text of a failure: the operation, the key (shortened) and the cause. */
export function describe(operation: string, key: string | undefined, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (key === undefined) return `${operation}: ${reason}`;
  const shown = key.length > SHOWN ? `${key.slice(0, SHOWN - 1).toWellFormed()}…` : key;
  return `${operation} ${JSON.stringify(shown)}: ${reason}`;
}

/** The resource `error` of `wasi:keyvalue/wasi-keyvalue-error`. */
export class KeyvalueError extends Resource {
  readonly #text: string;

  constructor(guest: GuestState, text: string) {
    super(guest);
    this.#text = text;
  }

  trace(): string {
    return this.#text;
  }
}

/** What a call throws to give its guest the error side of a result: jco passes the payload on. */
export class GuestError extends Error {
  readonly payload: unknown;

  constructor(text: string, payload: unknown) {
    super(text);
    this.payload = payload;
  }
}

/** Throws the error resource of the key-value interfaces. */
export function fail(guest: GuestState, text: string): never {
  throw new GuestError(text, new guest.classes.KeyvalueError(guest, text));
}
