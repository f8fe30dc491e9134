import type { Backend, Vacancy } from '../contract.ts';
import { andThen } from '../later.ts';
import { checkNumbers, DURATION } from '../options.ts';

export interface TimeToLiveOptions {
  /** For values that are stored without a time to live. */
  defaultMs?: number;
  /** No value lives longer, one without a time to live neither. */
  maxMs?: number;
  /** The share of a time to live, from 0 to 1, by up to which it is made shorter by chance: what was stored together does not end together. */
  jitter?: number;
  /** At least 0, below 1. Default: `Math.random`. */
  random?: () => number;
}

/**
 * The same backend with times to live of its host's choice, none longer than its guest asked for: a cache may forget
 * any value at any time, and so before its time too.
 */
export function withTimeToLive(backend: Backend, options: TimeToLiveOptions): Backend {
  checkNumbers('withTimeToLive', options, {
    defaultMs: DURATION,
    maxMs: DURATION,
    jitter: { from: 0, to: 1, unit: 'parts' },
  });
  const { defaultMs, maxMs, jitter = 0, random = Math.random } = options;

  const chosen = (asked: number | undefined): number | undefined => {
    const wanted = asked ?? defaultMs ?? maxMs;
    if (wanted === undefined) return undefined;
    const bounded = Math.min(wanted, maxMs ?? wanted);
    // What lived not even a millisecond would be gone at once.
    return bounded === 0 ? 0 : Math.max(1, Math.floor(bounded * (1 - jitter * random())));
  };

  const vacancy = (inner: Vacancy): Vacancy => ({
    fill: (bytes, ttlMs) => inner.fill(bytes, chosen(ttlMs)),
    stream: (ttlMs) => inner.stream(chosen(ttlMs)),
    drop: () => inner.drop(),
  });

  return {
    ...backend,
    set: (key, bytes, ttlMs) => backend.set(key, bytes, chosen(ttlMs)),
    stream: (key, ttlMs) => backend.stream(key, chosen(ttlMs)),
    getOrSet: (key) =>
      andThen(backend.getOrSet(key), (entry) =>
        entry.tag === 'vacant' ? { tag: 'vacant', val: vacancy(entry.val) } : entry,
      ),
  };
}
