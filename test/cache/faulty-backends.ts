import { memory } from '../../src/cache/backends/memory.ts';
import type { Clock } from '../../src/cache/clock.ts';
import type { Backend, Entry, Vacancy, Value } from '../../src/cache/contract.ts';
import { readAll } from '../../src/cache/read-all.ts';

/** A backend that breaks one promise, and the rules of the checker that say so, one of which has to. */
export interface FaultyBackend {
  fault: string;
  caughtBy: string[];
  open(clock: Clock, vacancyMs: number): Backend;
}

type Change = (inner: Backend, clock: Clock, vacancyMs: number) => Partial<Backend>;

/** A memory backend with some of its operations replaced. It goes wrong one call in ten, as bugs do. */
function faulty(fault: string, caughtBy: string[], change: Change): FaultyBackend {
  return {
    fault,
    caughtBy,
    open(clock, vacancyMs) {
      const inner = memory({ clock, vacancyMs });
      return { ...inner, ...change(inner, clock, vacancyMs) };
    },
  };
}

/** Says yes to one call in ten. */
function nowAndThen(): () => boolean {
  let calls = 0;
  return () => {
    calls += 1;
    return calls % 10 === 0;
  };
}

const bytesOf = (value: Value) => readAll(value) as Uint8Array;

/** What was ever stored under each key, last at the end. */
function remembering(inner: Backend) {
  const stored = new Map<string, Uint8Array[]>();
  const remember = (key: string, bytes: Uint8Array) =>
    stored.set(key, [...(stored.get(key) ?? []).slice(-3), bytes]);
  const set: Backend['set'] = (key, bytes, ttlMs) => {
    remember(key, bytes);
    return inner.set(key, bytes, ttlMs);
  };
  return { stored, set };
}

/** Changes every vacancy that the inner backend gives. */
function withVacancies(
  inner: Backend,
  change: (vacancy: Vacancy, key: string) => Vacancy,
): Pick<Backend, 'getOrSet'> {
  const turn = (entry: Entry, key: string): Entry =>
    entry.tag === 'vacant' ? { tag: 'vacant', val: change(entry.val, key) } : entry;
  return {
    getOrSet(key) {
      const entry = inner.getOrSet(key);
      return 'then' in entry ? entry.then((later) => turn(later, key)) : turn(entry, key);
    },
  };
}

export const FAULTY_BACKENDS: FaultyBackend[] = [
  faulty('flips a bit of what it returns', ['thin-air'], (inner) => {
    const lies = nowAndThen();
    return {
      get(key) {
        const value = inner.get(key) as Value | undefined;
        if (!value || !lies()) return value;
        const bytes = bytesOf(value).slice();
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        return bytes;
      },
    };
  }),

  faulty('cuts the end off', ['thin-air'], (inner) => {
    const lies = nowAndThen();
    return {
      get(key) {
        const value = inner.get(key) as Value | undefined;
        return value && lies() ? bytesOf(value).subarray(0, -1) : value;
      },
    };
  }),

  faulty('stores what a body held when its guest gave it up', ['thin-air'], (inner) => ({
    stream(key, ttlMs) {
      const pieces: Uint8Array[] = [];
      const sink = inner.stream(key, ttlMs);
      let over = false;
      return {
        write(piece) {
          pieces.push(piece);
          return sink.write(piece);
        },
        finish() {
          over = true;
          return sink.finish();
        },
        abandon() {
          sink.abandon();
          if (!over) void inner.set(key, Buffer.concat(pieces), undefined);
        },
      };
    },
  })),

  faulty('takes keys that differ in case for one', ['other-key'], (inner) => ({
    get: (key) => inner.get(key.toUpperCase()),
    set: (key, bytes, ttlMs) => inner.set(key.toUpperCase(), bytes, ttlMs),
  })),

  faulty('never looks at the time to live', ['expired'], (inner) => ({
    set: (key, bytes) => inner.set(key, bytes, undefined),
  })),

  faulty('counts the time to live in units of two milliseconds', ['expired'], (inner) => ({
    set: (key, bytes, ttlMs) => inner.set(key, bytes, ttlMs && Math.min(ttlMs * 2, 0xffff_ffff)),
  })),

  faulty('says yes for whatever it has ever seen', ['exists'], (inner) => {
    const { stored, set } = remembering(inner);
    return { set, exists: (key) => stored.has(key) };
  }),

  faulty('says no for what it returns', ['ordered'], (inner) => {
    const lies = nowAndThen();
    return { exists: (key) => !lies() && inner.exists(key) };
  }),

  faulty('returns the value before the last one', ['ordered'], (inner) => {
    const { stored, set } = remembering(inner);
    const lies = nowAndThen();
    return {
      set,
      get: (key) => (inner.get(key) && lies() ? (stored.get(key)?.at(-2) ?? inner.get(key)) : inner.get(key)),
    };
  }),

  faulty('brings deleted values back', ['ordered', 'exists'], (inner) => {
    const lies = nowAndThen();
    return { delete: (key) => (lies() ? undefined : inner.delete(key)) };
  }),

  faulty('gives a vacancy to everybody who asks', ['exclusive'], (inner) => ({
    getOrSet(key) {
      const value = inner.get(key) as Value | undefined;
      if (value) return { tag: 'occupied', val: value };
      const vacancy: Vacancy = {
        fill: (bytes, ttlMs) => inner.set(key, bytes, ttlMs),
        stream: (ttlMs) => inner.stream(key, ttlMs),
        drop() {},
      };
      return { tag: 'vacant', val: vacancy };
    },
  })),

  faulty('lets a fill overwrite after its vacancy was lost', ['fills', 'ordered'], (inner) =>
    withVacancies(inner, (vacancy, key) => ({
      ...vacancy,
      fill(bytes, ttlMs) {
        try {
          return vacancy.fill(bytes, ttlMs);
        } catch {
          return inner.set(key, bytes, ttlMs);
        }
      },
    })),
  ),

  faulty('refuses a late fill and stores it all the same', ['thin-air'], (inner) =>
    withVacancies(inner, (vacancy, key) => ({
      ...vacancy,
      fill(bytes, ttlMs) {
        try {
          return vacancy.fill(bytes, ttlMs);
        } catch (error) {
          void inner.set(key, bytes, ttlMs);
          throw error;
        }
      },
    })),
  ),

  faulty('loses vacancies before their time', ['exclusive', 'fills'], (_, clock, vacancyMs) =>
    memory({ clock, vacancyMs: vacancyMs / 3 }),
  ),

  faulty('forgets those who wait when the vacancy is dropped', ['answered'], (inner) => {
    const lies = nowAndThen();
    return {
      getOrSet(key) {
        const entry = inner.getOrSet(key);
        return 'then' in entry && lies() ? new Promise<Entry>(() => {}) : entry;
      },
    };
  }),

  faulty('fails now and then', ['answered'], (inner) => {
    const lies = nowAndThen();
    return {
      get(key) {
        if (lies()) throw new Error('out of luck');
        return inner.get(key);
      },
    };
  }),
];
