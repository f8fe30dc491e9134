import type { Backend, Sink, Vacancy } from '../contract.ts';

const nowhere: Sink = { write() {}, finish() {}, abandon() {} };

const vacancy: Vacancy = { fill() {}, stream: () => nowhere, drop() {} };

/** The cache that always misses: a valid one, and the baseline for what a cache is worth. */
export function noop(): Backend {
  return {
    name: 'noop',
    get: () => undefined,
    exists: () => false,
    set() {},
    stream: () => nowhere,
    delete() {},
    getOrSet: () => ({ tag: 'vacant', val: vacancy }),
  };
}
