import { blocks } from '../blocks.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Answer, Backend, Entry, Vacancy, Value } from '../contract.ts';
import { Delayed } from '../delayed.ts';
import { LOST, localVacancies } from '../local-vacancies.ts';
import { checkNumbers, DURATION } from '../options.ts';
import { random } from '../random.ts';

/** What to reproduce a run with. */
export interface WeakestOptions {
  /** The same seed and the same calls give the same answers. */
  seed: number;
  clock?: Clock;
  /** How long a vacancy lives that is not taken back sooner. Default: 10 seconds. */
  vacancyMs?: number;
}

interface Stored {
  value: Value;
  expires: number;
}

/** How many values it remembers for a key, and how many keys. */
const VALUES = 4;
const KEYS = 4096;

const FORGETS = 'it forgets values, and may forget any';
const EARLIER = 'it may answer with an earlier value, a deleted one too';
const ALONE = 'it gives vacancies to several callers, and need not serve one with what another stores';
const TAKES_BACK = 'it takes vacancies back at any time, and fills may come in any order';

/**
 * The weakest cache that is still one, to test guests against: it forgets, answers with earlier values, brings
 * deleted ones back, does things late and out of order, gives several callers a vacancy, and takes vacancies
 * back. It never answers with what nobody stored for that key, or with what is past its time, and it never lets
 * anybody wait for ever.
 */
export function weakest(options: WeakestOptions): Backend {
  const { seed, clock = systemClock, vacancyMs } = options;
  checkNumbers('weakest', options, { vacancyMs: DURATION });
  const { next, below } = random(seed);
  const chance = (probability: number) => next() < probability;
  const stored = new Map<string, Stored[]>();

  const put = (key: string, value: Value, ttlMs: number | undefined): void => {
    const values = stored.get(key) ?? [];
    values.push({ value, expires: ttlMs === undefined ? Number.POSITIVE_INFINITY : clock.now() + ttlMs });
    stored.set(key, values.slice(-VALUES));
    const [oldest] = stored.keys();
    if (stored.size > KEYS && oldest !== undefined) stored.delete(oldest);
  };

  /** Nothing, the newest, or an earlier one: but none that is past its time. */
  const recall = (key: string): Value | undefined => {
    const fresh = stored.get(key)?.filter(({ expires }) => clock.now() < expires) ?? [];
    if (chance(0.15)) return undefined;
    return fresh[chance(0.25) ? below(fresh.length) : fresh.length - 1]?.value;
  };

  const store = (key: string, value: Value, ttlMs: number | undefined): void => {
    put(key, value, ttlMs);
    vacancies.settle(key, ttlMs === 0 || chance(0.25) ? undefined : value);
  };

  const remove = (key: string): void => {
    if (chance(0.7)) stored.delete(key);
    vacancies.settle(key, undefined);
  };

  const vacancies = localVacancies(clock, store, vacancyMs);

  /** Sooner or later: what is late is also out of order. */
  const sometime = <T>(work: () => Answer<T>): Answer<T> =>
    chance(0.5) ? new Delayed(below(4), work) : work();

  /** A vacancy that is taken back before it is filled, or not. */
  const fickle = (vacancy: Vacancy): Vacancy => {
    const keep = () => {
      if (!chance(0.15)) return;
      vacancy.drop();
      throw new Error(LOST);
    };
    return {
      fill(bytes, ttlMs) {
        keep();
        return vacancy.fill(bytes, ttlMs);
      },
      stream(ttlMs) {
        keep();
        return vacancy.stream(ttlMs);
      },
      drop: vacancy.drop,
    };
  };

  /** A vacancy that nobody waits for. */
  const alone = (key: string): Vacancy => {
    const fill = (value: Value, ttlMs: number | undefined) => store(key, value, ttlMs);
    return { fill, stream: (ttlMs) => blocks((value) => fill(value, ttlMs)), drop() {} };
  };

  const meet = (key: string): Answer<Entry> => {
    const value = recall(key);
    if (value) return { tag: 'occupied', val: value };
    if (chance(0.3)) return { tag: 'vacant', val: fickle(alone(key)) };
    const entry = vacancies.ask(key);
    return 'tag' in entry && entry.tag === 'vacant' ? { tag: 'vacant', val: fickle(entry.val) } : entry;
  };

  return {
    name: 'weakest',
    deviations: {
      'value/hit': FORGETS,
      'value/exists': FORGETS,
      'value/delete': EARLIER,
      'ttl/until': FORGETS,
      'ttl/renewed': EARLIER,
      'ttl/zero': EARLIER,
      'ttl/from-the-end': FORGETS,
      'get-or-set/hit': FORGETS,
      'get-or-set/fill': FORGETS,
      'get-or-set/one-vacancy': ALONE,
      'get-or-set/late-fill': TAKES_BACK,
      'get-or-set/second-fill': TAKES_BACK,
      'get-or-set/set-satisfies': ALONE,
      'get-or-set/next-after-drop': ALONE,
      'get-or-set/delete-during-fill': TAKES_BACK,
      'get-or-set/store-fails': ALONE,
      'get-or-set/not-evicted': ALONE,
      'body/streamed-fill': ALONE,
      'body/empty': FORGETS,
    },
    get: (key) => sometime(() => recall(key)),
    exists: (key) => sometime(() => recall(key) !== undefined),
    set: (key, bytes, ttlMs) => sometime(() => store(key, bytes, ttlMs)),
    stream: (key, ttlMs) => blocks((value) => store(key, value, ttlMs)),
    delete: (key) => sometime(() => remove(key)),
    getOrSet: (key) => sometime(() => meet(key)),
    close() {
      stored.clear();
      vacancies.close();
    },
  };
}
