import { type Clock, systemClock } from '../clock.ts';
import type { Answer, Backend, Entry, Sink, Vacancy, Value } from '../contract.ts';
import { andThen, orElse } from '../later.ts';
import { checkNumbers, DURATION } from '../options.ts';
import { InFlight } from './tiered/in-flight.ts';

/** Tells other processes which keys have changed. A message may be lost. */
export interface Invalidation {
  announce(key: string): void;
  /** Called for each key that another process has announced. */
  listen(changed: (key: string) => void): void;
  close(): void;
}

export interface TieredOptions {
  /** The near store, asked first: a `memory` of this process. */
  front: Backend;
  /** The store that counts, shared with others. */
  back: Backend;
  /** How long the near store keeps a copy, and so how old, or how far past its time, an answer may be. Default: 1 second. */
  freshMs?: number;
  /** Makes others' changes show sooner than after `freshMs`, most of the time. */
  invalidation?: Invalidation;
  clock?: Clock;
}

/**
 * A near store before a far one. What others change in the far store shows here at most `freshMs` later, and a value
 * is returned for at most that long past its time to live. What this cache itself has written, and the call has ended,
 * it shows at once, whatever else is under way. Vacancies are those of the far store.
 */
export function tiered(options: TieredOptions): Backend {
  checkNumbers('tiered', options, { freshMs: DURATION });
  const { front, back, freshMs = 1_000, invalidation, clock = systemClock } = options;
  const inFlight = new InFlight();

  invalidation?.listen((key) => {
    inFlight.changed(key);
    void front.delete(key);
  });

  /**
   * Keeps a copy, whose time counts from when the far store was asked: what it answered was true then, and the answer
   * may have been long on its way. A large value is not copied: the near store is for what is small and hot.
   */
  const keep = (key: string, value: Value | undefined, asked: number, ttlMs = freshMs): void => {
    const left = Math.floor(Math.min(ttlMs, freshMs) - (clock.now() - asked));
    if (value instanceof Uint8Array && left > 0) void front.set(key, value, left);
    else void front.delete(key);
  };

  /** A copy of what was read, unless the key was written meanwhile. */
  const reading = <T>(
    key: string,
    read: () => Answer<T>,
    copyOf: (found: T) => Value | undefined,
  ): Answer<T> => {
    const asked = clock.now();
    const ended = inFlight.read(key);
    const failed = (error: unknown): never => {
      ended();
      throw error;
    };
    return andThen(orElse(read, failed), (found) => {
      if (ended()) keep(key, copyOf(found), asked);
      return found;
    });
  };

  /** A copy of what was written, if it is known what stands in the far store now. */
  const writing = (
    key: string,
    write: () => Answer<void>,
    copy?: { bytes: Uint8Array; ttlMs?: number },
  ): Answer<void> => {
    const asked = clock.now();
    const ended = inFlight.write(key);
    const settled = (isKnown: boolean) => {
      if (copy && isKnown) keep(key, copy.bytes, asked, copy.ttlMs);
      else void front.delete(key);
      invalidation?.announce(key);
    };
    const failed = (error: unknown): never => {
      ended();
      // It may have had its effect all the same.
      settled(false);
      throw error;
    };
    return andThen(orElse(write, failed), () => settled(ended()));
  };

  const pouring = (key: string, sink: Sink): Sink => ({
    write: (piece) => sink.write(piece),
    finish: () => writing(key, () => sink.finish()),
    abandon: () => sink.abandon(),
  });

  const vacancy = (key: string, inner: Vacancy): Vacancy => ({
    fill: (bytes, ttlMs) => writing(key, () => inner.fill(bytes, ttlMs), { bytes, ttlMs }),
    stream: (ttlMs) => pouring(key, inner.stream(ttlMs)),
    drop: () => inner.drop(),
  });

  const fetch = (key: string): Answer<Value | undefined> =>
    reading(
      key,
      () => back.get(key),
      (value) => value,
    );

  const ask = (key: string): Answer<Entry> =>
    andThen(
      reading(key, () => back.getOrSet(key), valueIn),
      (entry): Entry => (entry.tag === 'vacant' ? { tag: 'vacant', val: vacancy(key, entry.val) } : entry),
    );

  return {
    name: 'tiered',
    get: (key) => andThen(front.get(key), (value) => value ?? fetch(key)),
    exists: (key) => andThen(front.exists(key), (there) => there || back.exists(key)),
    set: (key, bytes, ttlMs) => writing(key, () => back.set(key, bytes, ttlMs), { bytes, ttlMs }),
    stream: (key, ttlMs) => pouring(key, back.stream(key, ttlMs)),
    delete: (key) => writing(key, () => back.delete(key)),
    getOrSet: (key) =>
      andThen(front.get(key), (val): Answer<Entry> => (val ? { tag: 'occupied', val } : ask(key))),
    async close() {
      invalidation?.close();
      await Promise.all([front.close?.(), back.close?.()]);
    },
  };
}

function valueIn(entry: Entry): Value | undefined {
  return entry.tag === 'occupied' ? entry.val : undefined;
}
