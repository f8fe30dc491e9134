import { describe, expect, test } from 'vitest';
import { cacheHost, memory, weakest } from '../../src/cache/index.ts';
import { redis, sqlite, tiered } from '../../src/cache/node.ts';

const path = '/tmp/never-made.db';

describe.each([Number.NaN, 0, -1, Number.POSITIVE_INFINITY, 1e300, '5' as unknown as number])(
  '%s',
  (value) => {
    test.each<[name: string, owner: string, make: () => unknown]>([
      ['maxEntries', 'memory', () => memory({ maxEntries: value })],
      ['maxBytes', 'memory', () => memory({ maxBytes: value })],
      ['vacancyMs', 'memory', () => memory({ vacancyMs: value })],
      ['vacancyMs', 'weakest', () => weakest({ seed: 1, vacancyMs: value })],
      ['maxEntries', 'sqlite', () => sqlite({ path, maxEntries: value })],
      ['busyMs', 'sqlite', () => sqlite({ path, busyMs: value })],
      ['vacancyMs', 'redis', () => redis({ vacancyMs: value })],
      ['timeoutMs', 'redis', () => redis({ timeoutMs: value })],
      ['freshMs', 'tiered', () => tiered({ front: memory(), back: memory(), freshMs: value })],
      ['handles', 'limits', () => cacheHost({ backend: memory(), limits: { handles: value } })],
      ['waitMs', 'limits', () => cacheHost({ backend: memory(), limits: { waitMs: value } })],
    ])('as %s of %s is refused with what it has to be', (name, owner, make) => {
      expect(make).toThrow(new RegExp(`^${owner}: ${name} is a number of .* from \\d+ to \\d+, and not `));
    });
  },
);

test('a lease of a month is fine', () => {
  expect(memory({ vacancyMs: 30 * 24 * 3_600_000 }).name).toBe('memory');
});
