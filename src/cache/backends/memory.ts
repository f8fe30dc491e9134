import { LRUCache } from 'lru-cache';
import { blocks } from '../blocks.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Backend, Value } from '../contract.ts';
import { rendezvous } from '../rendezvous.ts';

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

const NEVER = Number.POSITIVE_INFINITY;

interface Stored {
  value: Value;
  /** The first moment at which it is past its time. */
  expires: number;
}

/** A cache in this process: the least recently used entries make room for new ones. */
export function memory(options: MemoryOptions = {}): Backend {
  const { clock = systemClock, maxEntries = 65_536, maxBytes = 256 * 1024 * 1024, vacancyMs } = options;
  const entries = new LRUCache<string, Stored>({
    max: maxEntries,
    maxSize: maxBytes,
    // A key's length in UTF-16 is near enough; an empty value under an empty key must not weigh nothing.
    sizeCalculation: ({ value }, key) => key.length + sizeOf(value) || 1,
  });
  const find = (key: string): Value | undefined => {
    const stored = entries.get(key);
    if (!stored) return undefined;
    if (stored.expires === NEVER || clock.now() < stored.expires) return stored.value;
    entries.delete(key);
    return undefined;
  };

  /** Whether it can be seen: a time to live of 0 leaves nothing. */
  const put = (key: string, value: Value, ttlMs: number | undefined): boolean => {
    if (ttlMs === 0) entries.delete(key);
    else entries.set(key, { value, expires: ttlMs === undefined ? NEVER : clock.now() + ttlMs });
    return ttlMs !== 0;
  };

  const set = (key: string, value: Value, ttlMs: number | undefined): void => {
    vacancies.settle(key, put(key, value, ttlMs) ? value : undefined);
  };

  const vacancies = rendezvous(clock, set, vacancyMs);

  return {
    name: 'memory',
    get: find,
    exists: (key) => find(key) !== undefined,
    set,
    stream: (key, ttlMs) => blocks((value) => set(key, value, ttlMs)),
    delete(key) {
      entries.delete(key);
      vacancies.settle(key, undefined);
    },
    getOrSet(key) {
      const value = find(key);
      return value ? { tag: 'occupied', val: value } : vacancies.meet(key);
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
