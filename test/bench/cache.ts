import { LRUCache } from 'lru-cache';
import { cacheHost, memory, optimizeBindings } from '../../src/cache/index.ts';
import { buildWat, type WatGuest } from '../cache/component.ts';
import { compared } from './cache/compared.ts';
import { memoryInUse } from './cache/memory-in-use.ts';
import { quickJsGuests } from './cache/quickjs.ts';
import type { Row } from './row.ts';

const ENTRIES = 100_000;
const HOUR = 3_600_000;
const MILLION = 1_000_000;

const plain = (glue: string) => glue;

/** Direct calls, calls through a component, and memory, beside lru-cache and jco's own glue. */
export async function bench(): Promise<Row[]> {
  return [...(await direct()), ...(await throughComponents()), perEntry()];
}

async function direct(): Promise<Row[]> {
  const keys = shuffled(Array.from({ length: ENTRIES }, (_, index) => `key-${index}`));
  const lru = new LRUCache<string, Uint8Array>({ max: ENTRIES, ttl: HOUR });
  const backend = memory({ maxEntries: ENTRIES });
  for (const key of keys.toSorted()) {
    lru.set(key, filled());
    backend.set(key, filled(), HOUR);
  }
  const cache = cacheHost({ backend }).imports['wasi:keyvalue/cache'];
  const peer = () => total(keys, (key) => lru.get(key)?.length ?? 0);
  const ours = () => total(keys, (key) => (backend.get(key) as Uint8Array).length);
  const crossing = () =>
    total(keys, (key) => {
      const future = cache.get(key);
      const result = future.futureGetResultGet();
      if (result?.tag !== 'ok' || !result.val) return 0;
      const { length } = result.val.incomingValueConsumeSync();
      drop(result.val);
      drop(future);
      return length;
    });
  return [
    await row('get on the memory backend', ours, peer, '>= 0.5'),
    await row('get through the host, value read', crossing, peer, 'none'),
  ];
}

async function row(name: string, ours: () => number, peer: () => number, goal: string): Promise<Row> {
  const measured = await compared(16, ENTRIES, ours, peer);
  return {
    name,
    ...inMillions(measured),
    peerName: 'lru-cache with the same ttl option',
    goal,
    unit: 'M/s',
    note: '100,000 keys in random order, values of 100 bytes',
  };
}

async function throughComponents(): Promise<Row[]> {
  const backend = memory();
  for (let index = 0; index < 1000; index += 1)
    backend.set(`key-${String(index).padStart(3, '0')}`, filled(), HOUR);
  const make = (instance: (imports: ReturnType<typeof cacheHost>['imports']) => Promise<WatGuest>) =>
    instance(cacheHost({ backend }).imports);
  const [tunedWat, plainWat] = await Promise.all(
    [optimizeBindings, plain].map(async (tune) => make((await buildWat('get', { tune })).instance)),
  );
  const [tunedJs, plainJs] = await Promise.all((await quickJsGuests([optimizeBindings, plain])).map(make));
  if (!tunedWat || !plainWat || !tunedJs || !plainJs) throw new Error('a guest is missing');
  return [
    await component('get through a component: WebAssembly text', 20_000, tunedWat, plainWat, '>= 0.2 M/s'),
    await component('get through a component: QuickJS', 10_000, tunedJs, plainJs, '>= 0.09 M/s'),
    await heapGrowth(tunedWat, plainWat),
  ];
}

async function component(
  name: string,
  count: number,
  tuned: WatGuest,
  untuned: WatGuest,
  goal: string,
): Promise<Row> {
  const run = (guest: WatGuest) => async () => {
    if ((await guest.run(count)) !== count) throw new Error('the guest missed');
  };
  const measured = await compared(12, count, run(tuned), run(untuned));
  return {
    name,
    ...inMillions(measured),
    peerName: "jco's own glue",
    goal,
    unit: 'M/s',
    note: 'a get, its result, and the drops of both',
  };
}

/** What the heap keeps of each get, once it is over. */
async function heapGrowth(tuned: WatGuest, untuned: WatGuest): Promise<Row> {
  const count = 100_000;
  const kept = async (guest: WatGuest): Promise<number> => {
    await guest.run(1000);
    const before = memoryInUse();
    await guest.run(count);
    return (memoryInUse() - before) / count;
  };
  const [ours, peer] = [await kept(tuned), await kept(untuned)];
  return {
    name: 'heap kept by each get of a component',
    ours: Math.max(0, ours),
    peer,
    peerName: "jco's own glue",
    ratio: null,
    goal: '< 1 byte',
    unit: 'B',
  };
}

function perEntry(): Row {
  const measure = (fill: (index: number) => void): number => {
    const before = memoryInUse();
    for (let index = 0; index < ENTRIES; index += 1) fill(index);
    return (memoryInUse() - before) / ENTRIES;
  };
  const lru = new LRUCache<string, Uint8Array>({ max: ENTRIES, ttl: HOUR });
  const peer = measure((index) => lru.set(`entry-${index}`, filled()));
  const backend = memory({ maxEntries: ENTRIES });
  const ours = measure((index) => backend.set(`entry-${index}`, filled(), HOUR));
  if (lru.size !== ENTRIES || !backend.exists('entry-0')) throw new Error('entries are missing');
  return {
    name: 'memory of an entry with a value of 100 bytes',
    ours,
    peer,
    peerName: 'lru-cache with the same ttl option',
    ratio: ours / peer,
    goal: '<= 1.3',
    unit: 'B',
  };
}

function filled(): Uint8Array {
  return new Uint8Array(100).fill(1);
}

function total(keys: string[], read: (key: string) => number): number {
  let sum = 0;
  for (const key of keys) sum += read(key);
  if (sum !== keys.length * 100) throw new Error('a value is missing');
  return sum;
}

function shuffled<T>(items: T[]): T[] {
  let state = 1;
  for (let at = items.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

function inMillions({ ours, peer, ratio }: { ours: number; peer: number; ratio: number }) {
  return { ours: ours / MILLION, peer: peer / MILLION, ratio };
}

function drop(resource: object): void {
  (resource as Partial<Disposable>)[Symbol.dispose]?.();
}
