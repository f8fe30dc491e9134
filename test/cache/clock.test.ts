import { expect, test, vi } from 'vitest';
import { machineClock, manualClock, memory, systemClock } from '../../src/cache/index.ts';

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

/** A machine whose time of day and steady time are set by hand. */
function machine() {
  const time = { wall: 1_700_000_000_000, steady: 5_000 };
  const clock = machineClock({ wall: () => time.wall, steady: () => time.steady });
  const pass = (ms: number) => {
    time.wall += ms;
    time.steady += ms;
  };
  return { time, clock, pass };
}

test('a clock goes on while the machine sleeps, and nothing is served past its time', () => {
  const { time, clock, pass } = machine();
  const cache = memory({ clock });
  cache.set('key', new Uint8Array(1), 60_000);
  pass(59_999);
  expect(cache.exists('key')).toBe(true);
  cache.set('key', new Uint8Array(1), 60_000);
  time.wall += 8 * 3_600_000;
  expect(cache.get('key')).toBeUndefined();
});

test('a clock does not go back, nor stand still, when the time of day is set back', () => {
  const { time, clock, pass } = machine();
  const before = clock.now();
  time.wall -= 3_600_000;
  expect(clock.now()).toBe(before);
  pass(10);
  expect(clock.now()).toBe(before + 10);
  time.wall += 3_600_000;
  expect(clock.now()).toBe(before + 10);
});

test('a timer of a month wakes after a month, and not at once', () => {
  vi.useFakeTimers();
  try {
    let woken = 0;
    const month = 30 * 24 * 3_600_000;
    const calledOff = systemClock.after(month, () => {
      woken += 100;
    });
    systemClock.after(month, () => {
      woken += 1;
    });
    vi.advanceTimersByTime(month - 1);
    expect(woken).toBe(0);
    calledOff();
    vi.advanceTimersByTime(1);
    expect(woken).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
