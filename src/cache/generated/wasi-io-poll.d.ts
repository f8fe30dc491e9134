/** @module Interface wasi:io/poll@0.2.0-rc-2023-11-10 **/
/**
 * Waits until at least one event of the list has happened, and gives the positions in the
 * list of all that have.
 * 
 * Polling does no input or output of its own, so it cannot fail: a source that breaks counts
 * as ready, and its error shows when it is used next. An empty list traps.
 */
export function poll(in_: Array<Pollable>): Uint32Array;

export class Pollable {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
  * Whether the event has happened. Never waits.
  */
  ready(): boolean;
  /**
  * Waits until the event has happened; returns at once if it already has.
  */
  block(): void;
}
