import { type Clock, systemClock } from '../clock.ts';
import type { Answer, Backend, Entry, Sink, Vacancy, Value } from '../contract.ts';
import { isPromise } from '../later.ts';
import { checkNumbers, DURATION } from '../options.ts';

export interface TieredOptions {
  /** The near store, asked first: a `memory` of this process. */
  front: Backend;
  /** The store that counts, shared with others. */
  back: Backend;
  /** How long the near store keeps a copy, and so how old, or how far past its time, an answer may be. Default: 1 second. */
  freshMs?: number;
  clock?: Clock;
}

/**
 * A near store before a far one. What others change in the far store shows here at most `freshMs` later, and a value
 * is returned for at most that long past its time to live. Vacancies are those of the far store.
 */
export function tiered(options: TieredOptions): Backend {
  checkNumbers('tiered', options, { freshMs: DURATION });
  const { front, back, freshMs = 1_000, clock = systemClock } = options;
  /**
   * Keeps a copy, whose time counts from when the far store was asked: what it answered was true then, and the answer
   * may have been long on its way. A large value is not copied: the near store is for what is small and hot.
   */
  const keep = (key: string, value: Value | undefined, asked: number, ttlMs = freshMs): void => {
    const left = Math.floor(Math.min(ttlMs, freshMs) - (clock.now() - asked));
    if (value instanceof Uint8Array && left > 0) void front.set(key, value, left);
    else void front.delete(key);
  };

  const written = (
    key: string,
    bytes: Uint8Array,
    ttlMs: number | undefined,
    write: () => Answer<void>,
  ): Answer<void> => {
    const asked = clock.now();
    return after(write(), () => keep(key, bytes, asked, ttlMs));
  };

  /** The copy goes when the body has its place, and what was read meanwhile goes with it. */
  const forgetting = (key: string, sink: Sink): Sink => ({
    write: (piece) => sink.write(piece),
    finish: () => after(sink.finish(), () => void front.delete(key)),
    abandon: () => sink.abandon(),
  });

  const vacancy = (key: string, inner: Vacancy): Vacancy => ({
    fill: (bytes, ttlMs) => written(key, bytes, ttlMs, () => inner.fill(bytes, ttlMs)),
    stream: (ttlMs) => forgetting(key, inner.stream(ttlMs)),
    drop: () => inner.drop(),
  });

  const found = (key: string, entry: Entry, asked: number): Entry => {
    if (entry.tag === 'vacant') return { tag: 'vacant', val: vacancy(key, entry.val) };
    keep(key, entry.val, asked);
    return entry;
  };

  const fetch = (key: string): Answer<Value | undefined> => {
    const asked = clock.now();
    return after(back.get(key), (value) => {
      keep(key, value, asked);
      return value;
    });
  };

  const meet = (key: string): Answer<Entry> => {
    const asked = clock.now();
    return after(back.getOrSet(key), (entry) => found(key, entry, asked));
  };

  return {
    name: 'tiered',
    get: (key) => after(front.get(key), (value) => value ?? fetch(key)),
    exists: (key) => after(front.exists(key), (there) => there || back.exists(key)),
    set: (key, bytes, ttlMs) => written(key, bytes, ttlMs, () => back.set(key, bytes, ttlMs)),
    stream: (key, ttlMs) => forgetting(key, back.stream(key, ttlMs)),
    delete: (key) => after(back.delete(key), () => front.delete(key)),
    getOrSet: (key) =>
      after(front.get(key), (val): Answer<Entry> => (val ? { tag: 'occupied', val } : meet(key))),
    async close() {
      await Promise.all([front.close?.(), back.close?.()]);
    },
  };
}

/** The next step, at once where the answer is there. */
function after<A, B>(answer: Answer<A>, next: (value: A) => Answer<B>): Answer<B> {
  return isPromise(answer) ? answer.then(next) : next(answer);
}
