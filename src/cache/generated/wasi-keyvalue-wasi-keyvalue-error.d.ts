/** @module Interface wasi:keyvalue/wasi-keyvalue-error@0.1.0 **/

export class Error {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * What failed, in one line for people: the operation, the key (shortened) and the cause.
  * Values, passwords and the keys of others do not occur in it.
  */
  trace(): string;
}
