/** What a backend promises beyond "no value out of thin air", and so what its history is judged by. */
export interface Promises {
  /**
   * There is one copy: once a read has shown a newer state of a key (another value, or none), no read that begins
   * afterwards shows the older one. Without it, reads may go back and forth between values that were once stored.
   */
  ordered: boolean;
  /** One vacancy a key at a time; whoever else asks waits until it is filled, dropped or past its time. */
  exclusive: boolean;
  /** How long a vacancy lives. */
  vacancyMs: number;
  /** How far the clock that ends a time to live may be from the clock of the history. */
  skewMs: number;
  /** Calls may fail, because something is being broken on purpose. */
  mayFail: boolean;
}
