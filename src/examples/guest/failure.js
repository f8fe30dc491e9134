import { UnhandledRejection } from './promise.js';
import { show } from './show.js';

/** The interface's `error`, thrown: its message is the trace. */
export class CacheError extends Error {
  constructor(resource) {
    super(resource.trace());
    this.name = 'CacheError';
  }

  trace() {
    return this.message;
  }

  /** The call's value, or its error as a CacheError; other errors pass. */
  static from(call) {
    try {
      return call();
    } catch (error) {
      throw typeof error?.payload?.trace === 'function' ? new CacheError(error.payload) : error;
    }
  }
}

const AWAITED =
  ' (this program is the body of an ordinary function, in which nothing can be awaited: wait(future) waits for the cache)';

/** What the run's result says about an uncaught error. */
export function failureOf(thrown, source, placeOf) {
  const isRejection = thrown instanceof UnhandledRejection;
  const error = isRejection ? thrown.reason : thrown;
  const said = error instanceof Error ? `${error.name}: ${describe(error)}` : `thrown: ${show(error)}`;
  const isAwaited = error instanceof SyntaxError && /\bawait\b/.test(source);
  const message =
    `${isRejection ? 'Unhandled rejection: ' : ''}${said}${isAwaited ? AWAITED : ''}`.toWellFormed();
  const place = error instanceof Error ? placeOf(error.stack) : undefined;
  return { message, line: place?.line ?? null, column: place?.column ?? null };
}

/** A component error keeps the WIT value as its payload; its own message is only a stand-in. */
function describe(error) {
  const { payload } = error;
  if (payload === undefined) return error.message;
  return typeof payload?.trace === 'function' ? payload.trace() : `${payload?.tag ?? payload}`;
}

/** The innermost place in the evaluated source, which QuickJS calls `<input>`. */
export function placeIn(stack, headLength) {
  const match = /<input>:(\d+):(\d+)/.exec(stack ?? '');
  if (!match) return undefined;
  const line = Number(match[1]);
  const column = Number(match[2]) - (line === 1 ? headLength : 0);
  return { line, column: Math.max(1, column) };
}
