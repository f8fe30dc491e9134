/** @module Interface wasi:io/error@0.2.0-rc-2023-11-10 **/

export class Error {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * A text for people who debug. Its wording may change at any time; programs do not parse it.
  */
  toDebugString(): string;
}
