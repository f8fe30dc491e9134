import { afterEach, expect, test, vi } from 'vitest';
import { type Backend, type ManualClock, memory, type Value } from '../../src/cache/node.ts';
import { conformance, onManualClock, ROWS, type Row } from '../../src/cache-suite/index.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Caches that break one promise each, and the rows that must notice. */
const BROKEN: [
  name: string,
  rows: string[],
  make: (store: Backend, clock: ManualClock) => Partial<Backend>,
][] = [
  [
    'confuses keys that differ in case',
    ['value/thin-air'],
    (store) => ({
      get: (key) => store.get(key.toLowerCase()),
      set: (key, bytes, ttlMs) => store.set(key.toLowerCase(), bytes, ttlMs),
    }),
  ],
  [
    'makes values up',
    ['value/miss', 'value/thin-air'],
    (store) => ({ get: (key) => store.get(key) ?? new Uint8Array([1]) }),
  ],
  [
    'changes a byte',
    ['value/opaque'],
    (store) => ({
      set: (key, bytes, ttlMs) => store.set(key, bytes.length > 200 ? bytes.with(0, 9) : bytes, ttlMs),
    }),
  ],
  [
    'keeps values beyond their time',
    ['ttl/past'],
    (store) => ({ set: (key, bytes) => store.set(key, bytes, undefined) }),
  ],
  [
    'counts the time of a fill from the get-or-set',
    ['ttl/from-the-end'],
    (store, clock) => ({
      async getOrSet(key) {
        const entry = await store.getOrSet(key);
        if (entry.tag === 'occupied') return entry;
        const began = clock.now();
        const left = (ttlMs?: number) => ttlMs && Math.max(0, ttlMs - (clock.now() - began));
        const fill = (bytes: Uint8Array, ttlMs?: number) => entry.val.fill(bytes, left(ttlMs));
        return { tag: 'vacant', val: { ...entry.val, fill } };
      },
    }),
  ],
  ['says that everything exists', ['value/miss', 'value/exists'], () => ({ exists: () => true })],
  ['forgets to delete', ['value/delete'], () => ({ delete() {} })],
  [
    'takes an empty value for none',
    ['body/empty'],
    (store) => ({
      async get(key) {
        const value = await store.get(key);
        return value instanceof Uint8Array && value.length === 0 ? undefined : value;
      },
    }),
  ],
  [
    'stores what was abandoned',
    ['body/ended-early'],
    (store) => ({
      stream(key, ttlMs) {
        const sink = store.stream(key, ttlMs);
        return { ...sink, abandon: () => void sink.finish() };
      },
    }),
  ],
  [
    'shows a body before its end',
    ['body/unseen-until-finished'],
    (store) => ({
      stream(key, ttlMs) {
        const sink = store.stream(key, ttlMs);
        const write = (piece: Uint8Array) => {
          store.set(key, piece, ttlMs);
          return sink.write(piece);
        };
        return { ...sink, write };
      },
    }),
  ],
  [
    'gives everybody a vacancy',
    ['get-or-set/one-vacancy', 'get-or-set/set-satisfies'],
    (store) => ({
      async getOrSet(key) {
        const value: Value | undefined = await store.get(key);
        if (value) return { tag: 'occupied', val: value };
        const fill = (bytes: Uint8Array, ttlMs?: number) => store.set(key, bytes, ttlMs);
        return { tag: 'vacant', val: { fill, stream: (ttlMs) => store.stream(key, ttlMs), drop() {} } };
      },
    }),
  ],
  [
    'accepts a late fill',
    ['get-or-set/late-fill', 'get-or-set/set-satisfies', 'get-or-set/delete-during-fill'],
    (store) => ({
      async getOrSet(key) {
        const entry = await store.getOrSet(key);
        if (entry.tag === 'occupied') return entry;
        return { tag: 'vacant', val: { ...entry.val, fill: (bytes, ttlMs) => store.set(key, bytes, ttlMs) } };
      },
    }),
  ],
];

const rowsOf = (ids: string[]): Row[] => ROWS.filter(({ id }) => ids.includes(id));

test.each(BROKEN)('a cache that %s is caught', async (_name, ids, make) => {
  const subject = onManualClock('broken', (clock) => {
    const store = memory({ clock });
    return { ...store, ...make(store, clock) };
  });
  const judgements = await conformance([subject], rowsOf(ids));
  expect(judgements.map(({ id, verdict }) => [id, verdict])).toEqual(
    ROWS.filter(({ id }) => ids.includes(id)).map(({ id }) => [id, 'fail']),
  );
  expect(judgements.every(({ detail }) => detail)).toBe(true);
});

test('a cache that lets callers wait for ever is caught', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const subject = onManualClock('broken', (clock) => {
    const store = memory({ clock });
    const getOrSet: Backend['getOrSet'] = async (key) => {
      const entry = await store.getOrSet(key);
      return entry.tag === 'vacant' ? { tag: 'vacant', val: { ...entry.val, drop() {} } } : entry;
    };
    return { ...store, getOrSet };
  });
  const judging = conformance([subject], rowsOf(['get-or-set/released-by-drop']));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await judging).toMatchObject([{ verdict: 'fail', detail: 'it still waits' }]);
});

test('no reason makes a failure of what every cache promises allowed', async () => {
  const subject = onManualClock('broken', (clock) => ({
    ...memory({ clock }),
    exists: () => true,
    deviations: { 'value/miss': 'it is an optimist', 'value/exists': 'it is an optimist' },
  }));
  expect(await conformance([subject], rowsOf(['value/miss', 'value/exists']))).toMatchObject([
    { id: 'value/miss', verdict: 'fail', detail: 'exists said yes' },
    { id: 'value/exists', verdict: 'allowed', detail: 'it is an optimist' },
  ]);
});
