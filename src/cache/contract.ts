import type { Clock } from './clock.ts';

/** What a backend gives: at once, or later. A host takes both; a guest sees a future either way. */
export type Answer<T> = T | PromiseLike<T>;

/**
 * A value that is stored: its bytes, or a way to read them a piece at a time.
 *
 * Bytes are handed over, not copied: who passes them in, or gets them out, does not change them afterwards.
 */
export type Value = Uint8Array | LargeValue;

/** A stored value that is too big to stand in memory a second time. */
export interface LargeValue {
  readonly size: number;
  /**
   * Bytes from an offset: at least one and at most `length`, and never more than there are. Fails, rather
   * than give bytes of another value, when the entry has gone or changed since it was found.
   */
  read(offset: number, length: number): Answer<Uint8Array>;
}

/** Where a body goes that is written a piece at a time. Nobody sees any of it before `finish` has ended. */
export interface Sink {
  /** Pieces arrive in order, each after the answer to the one before. A promise holds the guest back. */
  write(piece: Uint8Array): Answer<void>;
  /** Stores the whole. The time to live counts from here. */
  finish(): Answer<void>;
  /** Stores nothing. Never fails; harmless after `finish` and a second time. */
  abandon(): void;
}

/**
 * The task of computing a missing value, held by one caller.
 *
 * It is lost when a `set` or `delete` of its key comes first, when it is dropped, or when its time runs out;
 * filling it begins that time anew, as does each piece of a body. A fill of a lost vacancy stores nothing and
 * fails, so that an outdated value never replaces a newer one.
 */
export interface Vacancy {
  /** Stores a whole value, and releases those who wait with it. Called at most once, and not after `stream`. */
  fill(bytes: Uint8Array, ttlMs: number | undefined): Answer<void>;
  /** The same for a body in pieces. Abandoning the sink drops the vacancy. */
  stream(ttlMs: number | undefined): Sink;
  /** Gives the task back: the one who has waited longest is next. Never fails; harmless at any time. */
  drop(): void;
}

/** What get-or-set finds. */
export type Entry = { tag: 'occupied'; val: Value } | { tag: 'vacant'; val: Vacancy };

/**
 * A store behind `wasi:keyvalue/cache`, shared by any number of hosts.
 *
 * Keys are well-formed text of a permitted length and values of a permitted size: the host sees to that. A
 * backend fails by throwing, or rejecting with, an `Error` whose message names the cause in a few words for
 * people, without values, passwords or keys: the host adds operation and key.
 *
 * `ttlMs` is an unsigned 32-bit number of milliseconds, or undefined for "as long as you like". An entry is
 * past its time as soon as that many have gone by, so 0 is a value that is never seen; what stood there
 * before is gone all the same.
 */
export interface Backend {
  /** The name by which it is chosen: its file's name. */
  readonly name: string;
  /**
   * Where it differs from what the conformance suite looks for, by right: id of the row, and the reason. Only
   * rows that a cache may choose can be named.
   */
  readonly deviations?: Readonly<Record<string, string>>;
  get(key: string): Answer<Value | undefined>;
  exists(key: string): Answer<boolean>;
  set(key: string, bytes: Uint8Array, ttlMs: number | undefined): Answer<void>;
  /** A `set` whose body comes in pieces. */
  stream(key: string, ttlMs: number | undefined): Sink;
  delete(key: string): Answer<void>;
  /** A value; or the vacancy; or, while another caller holds that, a promise of whichever comes next. */
  getOrSet(key: string): Answer<Entry>;
  /** Ends connections, files and timers. Waiting callers are released with an error. Harmless a second time. */
  close?(): Answer<void>;
}

/** What a guest may use up. Beyond a limit, operations answer with an error that names it. */
export interface Limits {
  /** The length of a key in UTF-8. */
  keyBytes: number;
  valueBytes: number;
  /** Futures, vacancies, values, streams and pollables that are open at the same time. */
  handles: number;
  /** The bytes of all values that it has open: written and not yet stored or dropped, or read and not dropped. */
  heldBytes: number;
  /** Calls of get-or-set that have no answer yet. */
  waiters: number;
  /** How long an operation may go without an answer; then its future answers with an error. */
  waitMs: number;
  /** How long the guest may use the cache, from the making of its host; then all it waits for ends with an error. */
  deadlineMs: number;
}

/** One crossing of the boundary between guest and host, for people who want to watch. */
export interface Call {
  /** Counts from 1 in the order in which calls began. */
  id: number;
  /** `get`, `vacancy.vacancy-fill`, `pollable.block`, `[resource-drop]vacancy`, ... : the name in WIT. */
  operation: string;
  /** `wasi:keyvalue/cache` and the like. */
  interface: string;
  args: Traced[];
  /** What came back; for a failure, its text. */
  result: Traced | { error: string };
  /** When it began and ended, on the host's clock. */
  from: number;
  to: number;
}

/** A value in a trace: plain data; a resource by its name and number, bytes by their number and beginning. */
export type Traced =
  | undefined
  | boolean
  | number
  | string
  | { resource: string; handle: number }
  | { bytes: number; start: number[] }
  | Traced[]
  | { [name: string]: Traced };

/** How to make a host for one guest. */
export interface HostOptions {
  backend: Backend;
  /** Tells the time in traces. Time to live is the backend's business, which has a clock of its own. */
  clock?: Clock;
  limits?: Partial<Limits>;
  /** Called after every crossing. */
  trace?: (call: Call) => void;
  /**
   * Whether a call that has to wait may return a promise, as it may in a guest that jco built with
   * `asyncMode: 'jspi'` and our `blockingImports`. Otherwise such a call fails and says so. Default: whether
   * the engine can suspend WebAssembly at all.
   */
  suspends?: boolean;
}
