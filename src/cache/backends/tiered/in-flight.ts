interface Calls {
  /** Reads and writes that have not ended. */
  count: number;
  writes: number;
  /** Grows with each write that begins or ends, and with each change that others announce. */
  changes: number;
}

/** What is under way on each key, so that an answer which a write has overtaken is not taken for the newest. */
export class InFlight {
  readonly #keys = new Map<string, Calls>();

  /** A read begins. Called at its end, the function it returns says whether the key was left alone meanwhile. */
  read(key: string): () => boolean {
    const calls = this.#begin(key);
    const before = calls.changes;
    const alone = calls.writes === 0;
    return () => {
      this.#end(key, calls);
      return alone && calls.changes === before;
    };
  }

  /** A write begins. The function it returns says whether it was the only one until it ended. */
  write(key: string): () => boolean {
    const calls = this.#begin(key);
    calls.writes += 1;
    calls.changes += 1;
    const before = calls.changes;
    const alone = calls.writes === 1;
    return () => {
      this.#end(key, calls);
      const untouched = alone && calls.changes === before;
      calls.writes -= 1;
      calls.changes += 1;
      return untouched;
    };
  }

  /** Somebody else has written that key. */
  changed(key: string): void {
    const calls = this.#keys.get(key);
    if (calls) calls.changes += 1;
  }

  #begin(key: string): Calls {
    const calls = this.#keys.get(key) ?? { count: 0, writes: 0, changes: 0 };
    calls.count += 1;
    this.#keys.set(key, calls);
    return calls;
  }

  #end(key: string, calls: Calls): void {
    calls.count -= 1;
    if (calls.count === 0) this.#keys.delete(key);
  }
}
