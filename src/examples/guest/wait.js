import {
  FutureExistsResult,
  FutureGetOrSetResult,
  FutureGetResult,
  FutureResult,
} from 'wasi:keyvalue/cache@0.1.0';
import { CacheError } from './failure.js';

const FUTURES = { FutureGetResult, FutureExistsResult, FutureResult, FutureGetOrSetResult };

/**
 * Blocks until a future of the cache is ready and returns its value (null for none), or throws its error.
 * Every future has two methods, named after it: `futureGetResultGet`, `listenToFutureGetResult` and so on.
 */
export function wait(future) {
  const name = Object.keys(FUTURES).find((type) => future instanceof FUTURES[type]);
  if (!name) throw new TypeError('wait: expected a future of the cache');
  const get = `${name[0].toLowerCase()}${name.slice(1)}Get`;
  let result = future[get]();
  if (result === null) {
    const pollable = future[`listenTo${name}`]();
    pollable.block();
    pollable[Symbol.dispose]();
    result = future[get]();
  }
  if (result?.tag === 'ok') return result.val;
  throw result ? new CacheError(result.val) : new Error(`wait: ${name} said it was ready and was not`);
}
