import { expect, test } from 'vitest';
import { manualClock, systemClock } from '../../src/cache/index.ts';

test('a manual clock wakes in the order of time, at that time, and not those who were called off', () => {
  const clock = manualClock(100);
  const woken: [string, number][] = [];
  const wake = (name: string) => () => woken.push([name, clock.now()]);
  clock.after(30, wake('late'));
  clock.after(10, wake('early'));
  clock.after(10, wake('early too'));
  clock.after(20, wake('never'))();
  clock.after(10, () => clock.after(5, wake('from within')));
  clock.advance(29);
  expect(woken).toEqual([
    ['early', 110],
    ['early too', 110],
    ['from within', 115],
  ]);
  expect(clock.now()).toBe(129);
  clock.advance(1);
  expect(woken.at(-1)).toEqual(['late', 130]);
});

test('the system clock is near the time of day, does not go back, and wakes', async () => {
  const before = systemClock.now();
  expect(Math.abs(before - Date.now())).toBeLessThan(60_000);
  await new Promise<void>((resolve) => systemClock.after(1, resolve));
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
});
