/** @module Interface wasi:io/streams@0.2.0-rc-2023-11-10 **/
export type Error = import('./wasi-io-error.js').Error;
export type Pollable = import('./wasi-io-poll.js').Pollable;
/**
 * Why an operation on a stream gave nothing.
 */
export type StreamError = StreamErrorLastOperationFailed | StreamErrorClosed;
/**
 * The operation failed. The stream is closed from now on.
 */
export interface StreamErrorLastOperationFailed {
  tag: 'last-operation-failed',
  val: Error,
}
/**
 * The stream has ended, or was closed by an earlier failure.
 */
export interface StreamErrorClosed {
  tag: 'closed',
}

export class InputStream {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * Gives up to `len` bytes that are there now. An empty list means that none are, not that
  * the stream has ended: its end is `closed`.
  */
  read(len: bigint): Uint8Array;
  /**
  * Like `read`, but waits until there is at least one byte, or the end.
  */
  blockingRead(len: bigint): Uint8Array;
  /**
  * Like `read`, but throws the bytes away and gives their number.
  */
  skip(len: bigint): bigint;
  /**
  * Like `skip`, but waits until there is at least one byte, or the end.
  */
  blockingSkip(len: bigint): bigint;
  /**
  * Ready when a `read` would give bytes, the end or an error. Drop it before the stream.
  */
  subscribe(): Pollable;
}

export class OutputStream {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * How many bytes the next `write` may carry. 0 means: wait for `subscribe`.
  */
  checkWrite(): bigint;
  /**
  * Takes the bytes. Traps if they are more than the last `check-write` permitted.
  */
  write(contents: Uint8Array): void;
  /**
  * Writes up to 4096 bytes and flushes them, and waits for both.
  */
  blockingWriteAndFlush(contents: Uint8Array): void;
  /**
  * Asks for everything written so far to be passed on. `check-write` gives 0 until that is
  * done.
  */
  flush(): void;
  /**
  * Like `flush`, and waits until it is done.
  */
  blockingFlush(): void;
  /**
  * Ready when `check-write` would give more than 0, or an error. Drop it before the stream.
  */
  subscribe(): Pollable;
  /**
  * Like `write`, with `len` bytes that are all zero.
  */
  writeZeroes(len: bigint): void;
  /**
  * Like `blocking-write-and-flush`, with `len` bytes that are all zero.
  */
  blockingWriteZeroesAndFlush(len: bigint): void;
  /**
  * Moves up to `len` bytes from a source to here without showing them to the guest, and
  * gives the number moved.
  */
  splice(src: InputStream, len: bigint): bigint;
  /**
  * Like `splice`, but waits until this stream can take bytes and the source has some.
  */
  blockingSplice(src: InputStream, len: bigint): bigint;
}
