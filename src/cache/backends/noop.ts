import type { Backend, Sink, Vacancy } from '../contract.ts';

const nowhere: Sink = { write() {}, finish() {}, abandon() {} };

const vacancy: Vacancy = { fill() {}, stream: () => nowhere, drop() {} };

const NOTHING = 'it keeps nothing, so there is nothing to find';
const ALONE = 'it gives everybody a vacancy, so nobody waits and nothing is lost';

/** The cache that always misses: a valid one, and the baseline for what a cache is worth. */
export function noop(): Backend {
  return {
    name: 'noop',
    deviations: {
      'value/hit': NOTHING,
      'ttl/until': NOTHING,
      'ttl/renewed': NOTHING,
      'ttl/from-the-end': NOTHING,
      'get-or-set/hit': NOTHING,
      'get-or-set/fill': NOTHING,
      'get-or-set/one-vacancy': ALONE,
      'get-or-set/late-fill': ALONE,
      'get-or-set/second-fill': NOTHING,
      'get-or-set/set-satisfies': ALONE,
      'get-or-set/delete-during-fill': ALONE,
      'get-or-set/store-fails': ALONE,
      'get-or-set/not-evicted': ALONE,
      'body/streamed-fill': ALONE,
      'body/empty': NOTHING,
    },
    get: () => undefined,
    exists: () => false,
    set() {},
    stream: () => nowhere,
    delete() {},
    getOrSet: () => ({ tag: 'vacant', val: vacancy }),
  };
}
