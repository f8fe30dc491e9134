import { expect, test } from 'vitest';
import { cacheHost, manualClock, readAll, weakest } from '../../src/cache/index.ts';
import { drop, TestGuest } from '../../src/cache-suite/conformance/test-guest.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A run of the same calls, written down. */
async function story(seed: number): Promise<string[]> {
  const clock = manualClock();
  const backend = weakest({ seed, clock });
  const told: string[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    const key = `key ${turn % 3}`;
    await backend.set(key, bytes(`value ${turn}`), turn % 5 === 0 ? 50 : undefined);
    const value = await backend.get(key);
    told.push(
      value ? new TextDecoder().decode(await readAll(value)) : 'nothing',
      `${await backend.exists(key)}`,
    );
    if (turn % 7 === 0) await backend.delete(key);
    const entry = await backend.getOrSet(`other ${turn}`);
    told.push(entry.tag);
    if (entry.tag === 'vacant') told.push(await refused(() => entry.val.fill(bytes('filled'), 10)));
    clock.advance(7);
  }
  return told;
}

async function refused(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'accepted';
  } catch (error) {
    return String(error);
  }
}

test('the same seed and the same calls give the same answers, and another seed gives others', async () => {
  expect(await story(1)).toEqual(await story(1));
  expect(await story(1)).not.toEqual(await story(2));
});

test('it forgets, gives earlier values, lets exists and get disagree, and takes vacancies back', async () => {
  const told = await story(3);
  const gets = told.filter((line) => /^value|^nothing/.test(line));
  expect(gets).toContain('nothing');
  expect(gets.some((line, turn) => line.startsWith('value') && line !== `value ${turn}`)).toBe(true);
  expect(told).toContain('accepted');
  expect(told.some((line) => line.includes('the vacancy is lost'))).toBe(true);
});

test('several callers of a key are given a vacancy, and some have to wait', () => {
  const backend = weakest({ seed: 5, clock: manualClock() });
  const guests = Array.from({ length: 40 }, () => new TestGuest(cacheHost({ backend, suspends: false })));
  const futures = guests.map(({ cache }) => cache.getOrSet('key'));
  let [vacant, waiting] = [0, 0];
  for (const future of futures) {
    for (let look = 0; look < 10; look += 1) future.listenToFutureGetOrSetResult().ready();
    const result = future.futureGetOrSetResultGet();
    if (!result) waiting += 1;
    else if (result.tag === 'ok' && result.val.tag === 'vacant') vacant += 1;
  }
  expect(vacant).toBeGreaterThan(1);
  expect(waiting).toBeGreaterThan(1);
});

test('futures are late, after some looks or when they are waited for, also for a guest that cannot suspend', () => {
  const guest = new TestGuest(
    cacheHost({ backend: weakest({ seed: 2, clock: manualClock() }), suspends: false }),
  );
  let late = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    const future = guest.cache.exists('key');
    const pollable = future.listenToFutureExistsResult();
    if (!future.futureExistsResultGet()) late += 1;
    if (turn % 2 === 0) pollable.block();
    else for (let look = 0; look < 10; look += 1) pollable.ready();
    expect(future.futureExistsResultGet()).toEqual({ tag: 'ok', val: false });
    drop(pollable);
    drop(future);
  }
  expect(late).toBeGreaterThan(2);
  expect(guest.host.handles).toBe(0);
});

test('futures that are dropped, early or late, hold nobody up', async () => {
  const backend = weakest({ seed: 4, clock: manualClock() });
  const guest = new TestGuest(cacheHost({ backend, suspends: false }));
  const waits = Array.from({ length: 30 }, (_, index) => guest.cache.getOrSet(`key ${index}`));
  for (const wait of waits) drop(wait);
  for (let index = 0; index < 30; index += 1)
    expect((await backend.getOrSet(`key ${index}`)).tag).toBe('vacant');
});
