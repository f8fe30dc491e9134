/** @module Interface wasi:keyvalue/cache@0.1.0 **/
/**
 * Looks for the value of a key.
 */
export function get(k: Key): FutureGetResult;
/**
 * Asks whether a `get` would find a value, without a copy of it.
 */
export function exists(k: Key): FutureExistsResult;
/**
 * Stores a value for a key, in place of any earlier one.
 * 
 * The time to live is in milliseconds, counted from the moment the value is stored. Without
 * one, the entry may stay for as long as the cache likes. To compute a value only if it is
 * missing, `get-or-set` is the better choice.
 */
export function set(k: Key, v: OutgoingValue, ttlMs: number | undefined): FutureResult;
/**
 * Looks for the value of a key and, if there is none, hands out the task of computing it.
 * 
 * Callers that miss on the same key at the same time may meet: one is given the vacancy, the
 * others wait for its value. Whether and how far they do is the cache's choice, as is how
 * exclusive a vacancy is. Those who wait are released when the vacancy is filled, dropped or
 * out of time.
 */
export function getOrSet(k: Key): FutureGetOrSetResult;
/**
 * Removes the value of a key, if there is one. Ordering is weak: a concurrent `get` may still
 * see the value for a while, and a concurrent `set` may or may not survive.
 */
export { _delete as delete };
declare function _delete(k: Key): FutureResult;
export type Pollable = import('./wasi-io-poll.js').Pollable;
export type Key = import('./wasi-keyvalue-types.js').Key;
export type IncomingValue = import('./wasi-keyvalue-types.js').IncomingValue;
export type OutgoingValue = import('./wasi-keyvalue-types.js').OutgoingValue;
export type Error = import('./wasi-keyvalue-types.js').Error;
/**
 * What `get-or-set` found.
 */
export type GetOrSetEntry = GetOrSetEntryOccupied | GetOrSetEntryVacant;
/**
 * A value: somebody else has stored one.
 */
export interface GetOrSetEntryOccupied {
  tag: 'occupied',
  val: IncomingValue,
}
/**
 * No value: the caller is asked to compute and fill it.
 */
export interface GetOrSetEntryVacant {
  tag: 'vacant',
  val: Vacancy,
}
export type Result<T, E> = { tag: 'ok', val: T } | { tag: 'err', val: E };

export class FutureExistsResult {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * None until the answer is ready. May be asked again.
  */
  futureExistsResultGet(): Result<boolean, Error> | undefined;
  /**
  * Ready when the answer is.
  */
  listenToFutureExistsResult(): Pollable;
}

export class FutureGetOrSetResult {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * None until the answer is ready. Then, once, the entry; taking it a second time is an
  * error.
  */
  futureGetOrSetResultGet(): Result<GetOrSetEntry, Error> | undefined;
  /**
  * Ready when the answer is.
  */
  listenToFutureGetOrSetResult(): Pollable;
}

export class FutureGetResult {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * None until the answer is ready. Then, once, the value, or none for a miss; taking it a
  * second time is an error.
  */
  futureGetResultGet(): Result<IncomingValue | undefined, Error> | undefined;
  /**
  * Ready when the answer is.
  */
  listenToFutureGetResult(): Pollable;
}

export class FutureResult {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * None until the operation has ended. May be asked again.
  */
  futureResultGet(): Result<void, Error> | undefined;
  /**
  * Ready when the operation has ended.
  */
  listenToFutureResult(): Pollable;
}

export class Vacancy {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * Gives the value to write into. It is stored, with this time to live in milliseconds,
  * when its body is finished.
  */
  vacancyFill(ttlMs: number | undefined): OutgoingValue;
}
