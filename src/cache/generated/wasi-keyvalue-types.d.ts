/** @module Interface wasi:keyvalue/types@0.1.0 **/
export type InputStream = import('./wasi-io-streams.js').InputStream;
export type OutputStream = import('./wasi-io-streams.js').OutputStream;
export type Error = import('./wasi-keyvalue-wasi-keyvalue-error.js').Error;
/**
 * The name of an entry. Any text, the empty one included; two keys are the same only if all
 * their characters are. A host limits the length.
 */
export type Key = string;
/**
 * A body that is written a piece at a time.
 */
export type OutgoingValueBodyAsync = OutputStream;
/**
 * A body in one piece.
 */
export type OutgoingValueBodySync = Uint8Array;
/**
 * A body that is read a piece at a time.
 */
export type IncomingValueAsyncBody = InputStream;
/**
 * A body in one piece.
 */
export type IncomingValueSyncBody = Uint8Array;

export class Bucket {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * Opens the bucket of this name, or says why it cannot.
  */
  static openBucket(name: string): Bucket;
}

export class IncomingValue {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * Gives the whole body.
  */
  incomingValueConsumeSync(): IncomingValueSyncBody;
  /**
  * Opens the body as a stream.
  */
  incomingValueConsumeAsync(): IncomingValueAsyncBody;
  /**
  * The number of bytes in the body, or an error where the store cannot know. Consumes
  * nothing.
  */
  incomingValueSize(): bigint;
}

export class OutgoingValue {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * Makes a value that has no body yet.
  */
  static newOutgoingValue(): OutgoingValue;
  /**
  * Opens the body as a stream. Dropping the stream finishes the body; dropping the value
  * before the stream abandons it.
  */
  outgoingValueWriteBodyAsync(): OutgoingValueBodyAsync;
  /**
  * Writes the whole body, which may be empty, and finishes it.
  */
  outgoingValueWriteBodySync(value: OutgoingValueBodySync): void;
}
