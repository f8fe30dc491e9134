import { expect, test } from 'vitest';
import {
  type Backend,
  type Entry,
  manualClock,
  memory,
  readAll,
  type Vacancy,
} from '../../src/cache/index.ts';
import type { Later } from '../../src/cache/later.ts';

const bytes = (length: number) => new Uint8Array(length).fill(7);

function vacant(entry: Entry): Vacancy {
  if (entry.tag !== 'vacant') throw new Error('occupied');
  return entry.val;
}

async function vacancyOf(backend: Backend, key: string): Promise<Vacancy> {
  return vacant(await backend.getOrSet(key));
}

test('the least recently used entries make room, by number and by bytes', () => {
  const few = memory({ clock: manualClock(), maxEntries: 3 });
  for (const key of ['a', 'b', 'c']) few.set(key, bytes(1), undefined);
  few.get('a');
  few.set('d', bytes(1), undefined);
  expect(['a', 'b', 'c', 'd'].filter((key) => few.exists(key))).toEqual(['a', 'c', 'd']);

  const small = memory({ clock: manualClock(), maxBytes: 303 });
  for (const key of ['a', 'b', 'c']) small.set(key, bytes(100), undefined);
  expect(['a', 'b', 'c'].filter((key) => small.exists(key))).toEqual(['a', 'b', 'c']);
  small.set('d', bytes(101), undefined);
  expect(['a', 'b', 'c', 'd'].filter((key) => small.exists(key))).toEqual(['c', 'd']);
  small.set('e', bytes(1000), undefined);
  expect(small.exists('e')).toBe(false);
  expect(small.exists('d')).toBe(true);
});

test.each([
  [1, 0, true],
  [1, 1, false],
  [1000, 999, true],
  [1000, 1000, false],
  [0xffff_ffff, 0xffff_fffe, true],
  [0xffff_ffff, 0xffff_ffff, false],
  [undefined, Number.MAX_SAFE_INTEGER - 1, true],
])('with a time to live of %s it is seen after %s: %s', (ttlMs, later, seen) => {
  const clock = manualClock();
  const backend = memory({ clock });
  backend.set('key', bytes(1), ttlMs);
  clock.advance(later);
  expect(backend.exists('key')).toBe(seen);
  expect(backend.get('key') !== undefined).toBe(seen);
});

test('a thousand callers of a cold key: one vacancy, and its value for all others', async () => {
  const backend = memory({ clock: manualClock() });
  const entries = Array.from({ length: 1000 }, () => Promise.resolve(backend.getOrSet('key')));
  const first = await Promise.race(entries);
  vacant(first).fill(bytes(3), undefined);
  const tags = (await Promise.all(entries)).map(({ tag }) => tag);
  expect(tags.filter((tag) => tag === 'vacant')).toHaveLength(1);
});

test('each piece of a body renews a vacancy, and silence ends it', async () => {
  const clock = manualClock();
  const backend = memory({ clock, vacancyMs: 100 });
  const sink = (await vacancyOf(backend, 'key')).stream(undefined);
  for (let piece = 0; piece < 10; piece += 1) {
    clock.advance(99);
    sink.write(bytes(1));
  }
  sink.finish();
  const value = backend.get('key');
  expect(value).toHaveLength(10);

  const silent = (await vacancyOf(backend, 'other')).stream(undefined);
  silent.write(bytes(1));
  clock.advance(100);
  expect(() => silent.write(bytes(1))).toThrow('the vacancy is lost');
  expect(() => silent.finish()).toThrow('the vacancy is lost');
  expect(backend.exists('other')).toBe(false);
});

test('a hundred thousand who wait and leave do not stand in the way of one who stays', async () => {
  const backend = memory({ clock: manualClock() });
  const vacancy = await vacancyOf(backend, 'key');
  const leaving = Array.from({ length: 100_000 }, () => backend.getOrSet('key'));
  const staying = backend.getOrSet('key');
  for (const wait of leaving) (wait as Later<Entry>).forget();
  vacancy.drop();
  expect((await staying).tag).toBe('vacant');
});

test('a vacancy can be dropped and filled at any later time without harm', async () => {
  const backend = memory({ clock: manualClock() });
  const vacancy = await vacancyOf(backend, 'key');
  vacancy.drop();
  vacancy.drop();
  const next = await vacancyOf(backend, 'key');
  vacancy.drop();
  expect(() => vacancy.fill(bytes(1), undefined)).toThrow('the vacancy is lost');
  next.fill(bytes(2), undefined);
  next.drop();
  expect(backend.get('key')).toHaveLength(2);
});

test('a large value is read at any offset', async () => {
  const backend = memory({ clock: manualClock() });
  const sink = backend.stream('key', undefined);
  const body = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);
  for (let at = 0; at < body.length; at += 7_001) sink.write(body.subarray(at, at + 7_001));
  sink.finish();
  const value = await backend.get('key');
  if (!value || value instanceof Uint8Array) throw new Error('not a large value');
  expect(value.size).toBe(body.length);
  expect(await readAll(value)).toEqual(body);
  for (const offset of [0, 1, 65_535, 65_536, 199_999]) {
    const piece = await value.read(offset, 10);
    expect(piece.length).toBeGreaterThan(0);
    expect(piece).toEqual(body.subarray(offset, offset + piece.length));
  }
});

test('an abandoned stream stores nothing, whatever is called afterwards', () => {
  const backend = memory({ clock: manualClock() });
  const sink = backend.stream('key', undefined);
  sink.write(bytes(10));
  sink.abandon();
  sink.finish();
  sink.abandon();
  expect(backend.exists('key')).toBe(false);
});
