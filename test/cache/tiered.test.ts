import { describe, expect, onTestFinished, test } from 'vitest';
import { memory } from '../../src/cache/backends/memory.ts';
import { redisInvalidation } from '../../src/cache/backends/redis/invalidation.ts';
import { redis } from '../../src/cache/backends/redis.ts';
import { tiered } from '../../src/cache/backends/tiered.ts';
import { manualClock } from '../../src/cache/clock.ts';
import type { Answer, Backend } from '../../src/cache/contract.ts';
import { realTimeSetup } from '../../src/cache-suite/faults/real-time-setup.ts';
import { steadyClock } from '../../src/cache-suite/faults/steady-clock.ts';
import { manualSetup } from '../../src/cache-suite/history/manual-setup.ts';
import { runHistory } from '../../src/cache-suite/history/run.ts';
import { privateRedis } from '../setup/redis.ts';

const bytes = (text: string) => Buffer.from(text);

function pair(freshMs: number) {
  const clock = manualClock();
  const back = memory({ clock });
  let asked = 0;
  const counted = {
    ...back,
    get(key: string) {
      asked += 1;
      return back.get(key);
    },
  };
  const cache = tiered({ front: memory({ clock }), back: counted, freshMs, clock });
  return { cache, back, clock, asked: () => asked };
}

describe('a near store before a far one', () => {
  test('asks the far one once in a while', () => {
    const { cache, back, clock, asked } = pair(100);
    back.set('key', bytes('one'), undefined);
    expect(cache.get('key')).toEqual(bytes('one'));
    back.set('key', bytes('two'), undefined);
    clock.advance(99);
    expect(cache.get('key')).toEqual(bytes('one'));
    expect(asked()).toBe(1);
    clock.advance(1);
    expect(cache.get('key')).toEqual(bytes('two'));
    expect(asked()).toBe(2);
  });

  test('shows its own writes at once', () => {
    const { cache } = pair(100);
    cache.set('key', bytes('one'), undefined);
    cache.set('key', bytes('two'), undefined);
    expect(cache.get('key')).toEqual(bytes('two'));
    const sink = cache.stream('key', undefined);
    sink.write(bytes('three'));
    sink.finish();
    expect(cache.exists('key')).toBe(true);
    cache.delete('key');
    expect([cache.exists('key'), cache.get('key')]).toEqual([false, undefined]);
  });

  test('keeps no copy of an answer that was long on its way', async () => {
    const clock = manualClock();
    const back = memory({ clock });
    back.set('key', bytes('value'), 50);
    let deliver = () => {};
    const far = {
      ...back,
      get(key: string) {
        const value = back.get(key);
        return new Promise<typeof value>((resolve) => {
          deliver = () => resolve(value);
        }).then((answer) => answer);
      },
    };
    const cache = tiered({ front: memory({ clock }), back: far, freshMs: 100, clock });
    const first = Promise.resolve(cache.get('key'));
    clock.advance(90);
    deliver();
    expect(await first).toEqual(bytes('value'));
    clock.advance(10);
    expect(await cache.exists('key')).toBe(false);
  });

  test('keeps no copy beyond the time to live of its own writes', () => {
    const { cache, clock } = pair(1000);
    cache.set('key', bytes('short'), 10);
    clock.advance(10);
    expect(cache.get('key')).toBeUndefined();
  });

  test('hands out the vacancies of the far one', async () => {
    const { cache, back } = pair(1000);
    const entry = await cache.getOrSet('key');
    const waiter = back.getOrSet('key');
    if (entry.tag === 'vacant') entry.val.fill(bytes('filled'), undefined);
    expect(await waiter).toEqual({ tag: 'occupied', val: bytes('filled') });
    expect(await cache.getOrSet('key')).toEqual({ tag: 'occupied', val: bytes('filled') });
  });
});

describe('its own finished writes show at once, whatever is under way', () => {
  type Held = { open: () => void; promise: Promise<void> };
  const gate = (): Held => {
    let open = () => {};
    const promise = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, promise };
  };

  /** A far store whose answer to a read is old by the time it arrives. */
  function slowReads() {
    const back = memory();
    const arrives = gate();
    const late = <T>(read: () => Answer<T>): Promise<T> => {
      const found = read();
      return arrives.promise.then(() => found);
    };
    const far: Backend = {
      ...back,
      get: (key) => late(() => back.get(key)),
      getOrSet: (key) => late(() => back.getOrSet(key)),
    };
    return { cache: tiered({ front: memory(), back: far }), back, arrives };
  }

  const writes: Record<string, (cache: Backend) => unknown> = {
    set: (cache) => cache.set('key', bytes('new'), undefined),
    delete: (cache) => cache.delete('key'),
    async 'a streamed set'(cache) {
      const sink = cache.stream('key', undefined);
      await sink.write(bytes('new'));
      await sink.finish();
    },
  };

  test.each(
    Object.entries(writes).flatMap(([name, write]) =>
      (['get', 'getOrSet'] as const).map((how) => ({ name, write, how })),
    ),
  )('a $how that began before a $name', async ({ how, write }) => {
    const { cache, back, arrives } = slowReads();
    back.set('key', bytes('old'), undefined);
    const read = Promise.resolve(cache[how]('key'));
    await write(cache);
    arrives.open();
    await read;
    const now = await cache.get('key');
    expect(now).not.toEqual(bytes('old'));
    expect(now).toEqual(back.get('key'));
  });

  test('two writes that overlap leave no copy, for only the far store knows which came last', async () => {
    const back = memory();
    const [first, second] = [gate(), gate()];
    const gates = [first, second];
    const far: Backend = {
      ...back,
      set: async (key, value, ttlMs) => {
        await gates.shift()?.promise;
        await back.set(key, value, ttlMs);
      },
    };
    const cache = tiered({ front: memory(), back: far });
    const one = cache.set('key', bytes('one'), undefined);
    const two = cache.set('key', bytes('two'), undefined);
    second.open();
    await two;
    first.open();
    await one;
    expect(await cache.get('key')).toEqual(bytes('one'));
  });
});

describe('invalidation', () => {
  const server = privateRedis();

  test('makes the changes of another process show at once, and not its own copies go', async () => {
    const { url } = server();
    const caches = [1, 2].map(() => {
      const cache = tiered({
        front: memory(),
        back: redis({ url, namespace: 'told' }),
        freshMs: 60_000,
        invalidation: redisInvalidation({ url, namespace: 'told' }),
      });
      onTestFinished(() => void cache.close?.());
      return cache;
    });
    const [one, other] = caches as [Backend, Backend];
    await one.set('a key', bytes('old'), undefined);
    await expect
      .poll(async () => {
        await other.get('a key');
        await one.set('a key', bytes('new'), undefined);
        await new Promise((resume) => setTimeout(resume, 20));
        return String(await other.get('a key'));
      })
      .toBe('new');
    await one.delete('a key');
    await expect.poll(() => other.get('a key')).toBeUndefined();
  });
});

describe('a random history of several pairs with one far store', () => {
  const server = privateRedis();
  const freshMs = 20;

  test('in memory breaks no promise', async () => {
    const setup = manualSetup(
      (clock, vacancyMs) => {
        const back = memory({ clock, vacancyMs });
        return [1, 2].map(() => tiered({ front: memory({ clock }), back, freshMs, clock }));
      },
      { ordered: false, exclusive: true },
    );
    const { violations } = await runHistory(
      { ...setup, promises: { ...setup.promises, skewMs: freshMs } },
      { operations: 5000, seed: 3 },
    );
    expect(violations).toEqual([]);
  });

  test('in Redis breaks no promise', async () => {
    const vacancyMs = 60;
    const backends = [1, 2].map(() =>
      tiered({ front: memory(), back: redis({ url: server().url, vacancyMs }), freshMs }),
    );
    onTestFinished(async () => {
      for (const backend of backends) await backend.close?.();
    });
    const setup = realTimeSetup(backends, steadyClock(), { ordered: false, vacancyMs, skewMs: freshMs + 20 });
    const { violations, hits } = await runHistory(setup, { operations: 5000, seed: 3 });
    expect(violations).toEqual([]);
    expect(hits).toBeGreaterThan(1000);
  });
});
