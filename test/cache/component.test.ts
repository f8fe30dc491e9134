import { expect, test } from 'vitest';
import { cacheHost, manualClock, memory, optimizeBindings } from '../../src/cache/index.ts';
import { buildWat } from './component.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a component gets what is stored', async () => {
  const backend = memory({ clock: manualClock() });
  for (const key of ['key-000', 'key-007', 'key-999']) backend.set(key, bytes('value'), undefined);
  const host = cacheHost({ backend });
  const guest = await (await buildWat('get')).instance(host.imports);
  expect(guest.run(1000)).toBe(3);
  expect(host.handles).toBe(0);
});

test('tuned glue does the same, and keeps no set of handles', async () => {
  const backend = memory({ clock: manualClock() });
  backend.set('key-001', bytes('value'), undefined);
  const host = cacheHost({ backend });
  const { glue, instance } = await buildWat('get', { tune: optimizeBindings });
  const guest = await instance(host.imports);
  expect(guest.run(1000)).toBe(1);
  const tuned = optimizeBindings(glue);
  expect(glue.match(/[^&] _debugLog\(/g)?.length).toBeGreaterThan(10);
  expect(tuned.match(/[^&] _debugLog\(/g)).toBeNull();
  expect(tuned).not.toContain('_createdReps.add(');
});

test('glue that has changed is not tuned in silence', () => {
  expect(() => optimizeBindings('export const nothing = 1;')).toThrow(/jco's glue no longer has/);
});

test('a guest that traps holds nobody up once its host is closed', async () => {
  const backend = memory({ clock: manualClock() });
  const trapping = cacheHost({ backend });
  const guest = await (await buildWat('trap')).instance(trapping.imports);
  expect(() => guest.run(0)).toThrow(WebAssembly.RuntimeError);
  const waiting = backend.getOrSet('key');
  trapping.close();
  expect((await waiting).tag).toBe('vacant');
});

test('a guest built to suspend waits for the vacancy that another holds', async () => {
  const backend = memory({ clock: manualClock() });
  const first = await backend.getOrSet('key');
  const { instance } = await buildWat('wait', { jspi: true });
  const hosts = [0, 1, 2].map(() => cacheHost({ backend, suspends: true }));
  const runs = hosts.map(async ({ imports }) => (await instance(imports)).run(0));
  const order: number[] = [];
  for (const run of runs) run.then((result) => order.push(result as number));
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual([]);
  if (first.tag === 'vacant') await first.val.fill(bytes('value'), undefined);
  expect(await Promise.all(runs)).toEqual([0, 0, 0]);
});

test('a guest that cannot suspend is told so when it would have to wait, and runs where it need not', async () => {
  const backend = memory({ clock: manualClock() });
  const { instance } = await buildWat('wait');
  const alone = await instance(cacheHost({ backend, suspends: false }).imports);
  expect(alone.run(0)).toBe(1);
  const second = await instance(cacheHost({ backend, suspends: false }).imports);
  expect(() => second.run(0)).toThrow(
    /this call has to wait, and the guest cannot: build it with asyncMode "jspi"/,
  );
});
