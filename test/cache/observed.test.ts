import { expect, test } from 'vitest';
import {
  type CacheEvent,
  manualClock,
  memory,
  noop,
  observed,
  withTimeToLive,
} from '../../src/cache/index.ts';
import { conformance, onManualClock } from '../../src/cache-suite/index.ts';

const value = new Uint8Array([1]);

test('calls are counted and told, and who watches breaks nothing', async () => {
  const clock = manualClock();
  const events: CacheEvent[] = [];
  const cache = observed(memory({ clock }), {
    clock,
    onEvent(event) {
      events.push(event);
      throw new Error('not the cache');
    },
  });
  cache.get('key');
  const entry = await cache.getOrSet('key');
  const waiter = Promise.resolve(cache.getOrSet('key'));
  expect(cache.counters()).toMatchObject({ misses: 1, vacancies: 1, waiters: 1, underWay: 1 });
  clock.advance(5);
  if (entry.tag === 'vacant') entry.val.fill(value, undefined);
  await waiter;
  expect(cache.counters()).toMatchObject({ hits: 1, waiters: 0, underWay: 0, errors: 0 });
  expect(cache.counters().latency[3]).toBe(1);
  expect(events.map(({ operation, result }) => `${operation} ${result}`)).toEqual([
    'get miss',
    'get-or-set vacancy',
    'fill done',
    'get-or-set hit',
  ]);
});

test('a store that fails is unhealthy, and says why', async () => {
  const broken = () => Promise.reject(new Error('the wire is cut'));
  const cache = observed({ ...noop(), exists: broken });
  expect(await cache.health()).toMatchObject({ ok: false, error: 'the wire is cut' });
  expect(await observed(noop()).health()).toMatchObject({ ok: true });
  await expect(async () => cache.exists('key')).rejects.toThrow('the wire is cut');
  expect(cache.counters().errors).toBe(1);
});

test('draining waits for what is under way, and takes nothing new', async () => {
  let answer = () => {};
  let closed = 0;
  const get = () =>
    new Promise<undefined>((resolve) => {
      answer = () => resolve(undefined);
    });
  const close = () => {
    closed += 1;
  };
  const cache = observed({ ...noop(), get, close }, { clock: manualClock() });
  const last = cache.get('key');
  const drained = cache.drain(1_000);
  expect(() => cache.get('other')).toThrow('the cache is closing');
  expect(closed).toBe(0);
  answer();
  await last;
  await drained;
  expect(closed).toBe(1);
});

test.each([
  [{ defaultMs: 100 }, undefined, 100],
  [{ defaultMs: 100 }, 30, 30],
  [{ maxMs: 50 }, undefined, 50],
  [{ maxMs: 50, defaultMs: 100 }, 200, 50],
  [{ jitter: 0.5, random: () => 0.5 }, 100, 75],
])('%j makes %s live %s ms', (options, asked, lives) => {
  const clock = manualClock();
  const cache = withTimeToLive(memory({ clock }), options);
  cache.set('key', value, asked);
  clock.advance(lives - 1);
  expect(cache.get('key')).toEqual(value);
  clock.advance(1);
  expect(cache.get('key')).toBeUndefined();
});

test('both keep every promise of the cache', async () => {
  const subjects = [
    onManualClock('observed', (clock) => observed(memory({ clock }), { clock })),
    onManualClock('bounded', (clock) => withTimeToLive(memory({ clock }), { maxMs: 60_000 })),
  ];
  expect((await conformance(subjects)).filter(({ verdict }) => verdict === 'fail')).toEqual([]);
});
