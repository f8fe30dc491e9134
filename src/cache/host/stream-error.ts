import { GuestError } from './failure.ts';
import { isResourceOf } from './foreign.ts';
import type { GuestState } from './guest-state.ts';
import { Resource } from './resource.ts';

/** The resource `error` of `wasi:io/error`. */
export class IoError extends Resource {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isResourceOf(IoError, ['toDebugString'], value);
  }

  readonly #text: string;

  constructor(guest: GuestState, text: string) {
    super(guest);
    this.#text = text;
  }

  toDebugString(): string {
    return this.#text;
  }
}

/** Throws the `stream-error` that says that an operation failed. */
export function failStream(guest: GuestState, text: string): never {
  const val = new guest.classes.IoError(guest, text);
  throw new GuestError(text, { tag: 'last-operation-failed', val });
}

/** Throws the `stream-error` that says that there is nothing any more. */
export function closeStream(): never {
  throw new GuestError('the stream is closed', { tag: 'closed' });
}
