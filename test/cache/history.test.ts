import { describe, expect, test } from 'vitest';
import { memory } from '../../src/cache/backends/memory.ts';
import type { Backend } from '../../src/cache/contract.ts';
import { SETUPS } from '../../src/cache-suite/faults/setups.ts';
import { manualSetup } from '../../src/cache-suite/history/manual-setup.ts';
import { recordHistory, runHistory, type Setup } from '../../src/cache-suite/history/run.ts';
import { privateRedis } from '../setup/redis.ts';

async function inArena<T>(host: string, redisUrl: string, use: (setup: Setup) => Promise<T>): Promise<T> {
  const opened = await SETUPS[host]?.none?.(7, redisUrl);
  if (!opened) throw new Error(`no setup for ${host}`);
  try {
    return await use(opened.setup);
  } finally {
    await opened.close();
  }
}

describe('a random history', () => {
  const server = privateRedis();

  test.each(Object.keys(SETUPS))('of 5,000 operations on %s breaks no promise', async (host) => {
    const result = await inArena(host, server().url, (setup) =>
      runHistory(setup, { operations: 5000, seed: 7 }),
    );
    expect(result.violations).toEqual([]);
    expect(result).toMatchObject({ operations: 5000, failures: 0 });
    expect(result.misses).toBeGreaterThan(100);
    // A history in which nothing is ever found shows nothing.
    if (host !== 'noop') expect(result.hits).toBeGreaterThan(1000);
  });

  test.each(['noop', 'memory', 'weakest', 'sqlite'])('is the same for the same seed on %s', async (host) => {
    const run = (seed: number) =>
      inArena(host, server().url, (setup) => recordHistory(setup, { operations: 2000, seed }));
    const first = await run(3);
    expect(await run(3)).toEqual(first);
    expect(await run(4)).not.toEqual(first);
  });
});

test('a write that fails, and takes effect a moment later, breaks no promise', async () => {
  const setup = manualSetup(
    (clock, vacancyMs) => {
      const inner = memory({ clock, vacancyMs });
      let sets = 0;
      const set: Backend['set'] = (key, bytes, ttlMs) => {
        sets += 1;
        if (sets % 3 > 0) return inner.set(key, bytes, ttlMs);
        clock.after(240, () => void inner.set(key, bytes, ttlMs));
        throw new Error('no answer in time');
      };
      return [{ ...inner, set }];
    },
    { ordered: true, exclusive: true },
  );
  const lenient = { ...setup, promises: { ...setup.promises, mayFail: true } };
  const { violations, failures } = await runHistory(lenient, { operations: 20_000, seed: 2 });
  expect(violations).toEqual([]);
  expect(failures).toBeGreaterThan(100);
});
