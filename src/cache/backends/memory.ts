import { LRUCache } from 'lru-cache';
import { blocks } from '../blocks.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Backend, Value } from '../contract.ts';
import { localVacancies } from '../local-vacancies.ts';
import { BYTES, checkNumbers, DURATION } from '../options.ts';

/** How a memory cache is bounded. */
export interface MemoryOptions {
  clock?: Clock;
  /** Default: 65,536. */
  maxEntries?: number;
  /** The bytes of all keys and values together. Default: 256 MiB. */
  maxBytes?: number;
  /** How long a vacancy lives without a sign of its holder. Default: 10 seconds. */
  vacancyMs?: number;
}

/** A map holds no more. */
const ENTRIES = { from: 1, to: 2 ** 24, unit: 'entries' };

/** Less than two moments of a clock differ, if they do. */
const INSTANT = 2 ** -13;

/** A cache in this process: the least recently used entries make room for new ones. */
export function memory(options: MemoryOptions = {}): Backend {
  checkNumbers('memory', options, { maxEntries: ENTRIES, maxBytes: BYTES, vacancyMs: DURATION });
  const { clock = systemClock, maxEntries = 65_536, maxBytes = 256 * 1024 * 1024, vacancyMs } = options;
  const entries = new LRUCache<string, Value>({
    max: maxEntries,
    maxSize: maxBytes,
    // A key's length in UTF-16 is near enough; an empty value under an empty key must not weigh nothing.
    sizeCalculation: (value, key) => key.length + sizeOf(value) || 1,
    // An entry set at 0 has no time to live for it.
    perf: { now: () => clock.now() + 1 },
    ttlResolution: 0,
  });

  /** Whether it can be seen: a time to live of 0 leaves nothing. */
  const put = (key: string, value: Value, ttlMs: number | undefined): boolean => {
    if (ttlMs === 0) entries.delete(key);
    // Where lru-cache still returns what is exactly as old as its time to live, we do not.
    else entries.set(key, value, { ttl: ttlMs === undefined ? 0 : ttlMs - INSTANT });
    return ttlMs !== 0;
  };

  const set = (key: string, value: Value, ttlMs: number | undefined): void => {
    vacancies.settle(key, put(key, value, ttlMs) ? value : undefined);
  };

  const vacancies = localVacancies(clock, set, vacancyMs);

  return {
    name: 'memory',
    get: (key) => entries.get(key),
    exists: (key) => entries.has(key),
    set,
    stream: (key, ttlMs) => blocks((value) => set(key, value, ttlMs)),
    delete(key) {
      entries.delete(key);
      vacancies.settle(key, undefined);
    },
    getOrSet(key) {
      const value = entries.get(key);
      return value ? { tag: 'occupied', val: value } : vacancies.ask(key);
    },
    close() {
      entries.clear();
      vacancies.close();
    },
  };
}

function sizeOf(value: Value): number {
  return value instanceof Uint8Array ? value.length : value.size;
}
