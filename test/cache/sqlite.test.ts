import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type SqliteOptions, sqlite } from '../../src/cache/backends/sqlite.ts';
import { manualClock } from '../../src/cache/clock.ts';
import type { Backend, LargeValue, Vacancy } from '../../src/cache/contract.ts';
import { readAll } from '../../src/cache/read-all.ts';
import { skewed } from '../../src/cache-suite/faults/skewed.ts';
import { steadyClock } from '../../src/cache-suite/faults/steady-clock.ts';
import { Workers } from '../../src/cache-suite/faults/workers.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'witness-sqlite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cache.db');
}

function open(options: Partial<SqliteOptions> = {}): Backend {
  const backend = sqlite({ path: options.path ?? newFile(), ...options });
  onTestFinished(() => {
    try {
      backend.close?.();
    } catch {
      // Closed by the test.
    }
  });
  return backend;
}

const bytes = (text: string) => Buffer.from(text);
const textOf = async (cache: Backend, key: string) => {
  const value = await cache.get(key);
  return value && Buffer.from(await readAll(value)).toString();
};

async function vacancyOf(cache: Backend, key: string): Promise<Vacancy> {
  const entry = await cache.getOrSet(key);
  if (entry.tag !== 'vacant') throw new Error('the key is occupied');
  return entry.val;
}

/** How many rows a table has, as another process sees it. */
function rows(path: string, table: string): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const count = db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count;
  db.close();
  return Number(count);
}

describe('what is stored', () => {
  test('survives a restart, with its time to live', async () => {
    const path = newFile();
    const clock = manualClock(1_000);
    const before = open({ path, clock });
    before.set('short', bytes('a'), 100);
    before.set('long', bytes('b'), 0xffff_ffff);
    before.set('key\u0000with zero', bytes('c'), undefined);
    const sink = before.stream('big', undefined);
    sink.write(new Uint8Array(700_000).fill(9));
    sink.finish();
    before.close?.();

    clock.advance(100);
    const after = open({ path, clock });
    expect(await textOf(after, 'short')).toBeUndefined();
    expect(await textOf(after, 'long')).toBe('b');
    expect(await textOf(after, 'key\u0000with zero')).toBe('c');
    expect(after.get('key')).toBeUndefined();
    const big = after.get('big') as LargeValue;
    expect(await readAll(big)).toEqual(new Uint8Array(700_000).fill(9));
  });

  test('is seen by another connection to the file', async () => {
    const path = newFile();
    const one = open({ path });
    const other = open({ path });
    one.set('key', bytes('value'), undefined);
    expect(await textOf(other, 'key')).toBe('value');
    other.delete('key');
    expect(one.exists('key')).toBe(false);
  });

  test('is never half there after a kill in mid-work', async () => {
    const path = newFile();
    const clock = steadyClock();
    const store = { path, vacancyMs: 60 };
    const workers = new Workers(clock, store, 11);
    for (let round = 0; round < 3; round++) {
      const worker = await workers.start({ thinkMs: 0 });
      await worker.kill();
      const db = new DatabaseSync(path);
      expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      const { entries, bytes: total } = db.prepare('SELECT entries, bytes FROM total').get() ?? {};
      const actual = db.prepare('SELECT count(*) AS entries, total(cost) AS bytes FROM entry').get();
      expect({ entries, bytes: total }).toEqual({ ...actual });
      db.close();
    }
    const cache = open(store);
    cache.set('after', bytes('works'), undefined);
    expect(await textOf(cache, 'after')).toBe('works');
  });
});

describe('bounds', () => {
  test('the least recently used goes first, and reading is a use', async () => {
    const cache = open({ maxEntries: 3, clock: manualClock() });
    for (const key of ['a', 'b', 'c']) cache.set(key, bytes(key), undefined);
    cache.get('a');
    cache.set('d', bytes('d'), undefined);
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.exists(key))).toEqual(['a', 'c', 'd']);
  });

  test('bytes count, keys included; what is too big alone is not kept', async () => {
    const cache = open({ maxBytes: 1000, clock: manualClock() });
    for (let index = 0; index < 30; index++)
      cache.set(`key-${index}`, new Uint8Array(94 - `${index}`.length), undefined);
    const kept = Array.from({ length: 30 }, (_, index) => `key-${index}`).filter((key) => cache.exists(key));
    expect(kept).toEqual(Array.from({ length: 10 }, (_, index) => `key-${20 + index}`));
    cache.set('key-29', new Uint8Array(1000), undefined);
    expect(cache.exists('key-29')).toBe(false);
    expect(cache.exists('key-28')).toBe(true);
  });

  test('they hold across processes', () => {
    const path = newFile();
    const caches = [open({ path, maxEntries: 10 }), open({ path, maxEntries: 10 })];
    for (let index = 0; index < 40; index++) caches[index % 2]?.set(`key ${index}`, bytes('x'), undefined);
    expect(rows(path, 'entry')).toBe(10);
  });

  test('a vacancy takes no room and is not evicted', async () => {
    const path = newFile();
    const cache = open({ path, maxEntries: 1 });
    const vacancy = await vacancyOf(cache, 'wanted');
    for (let index = 0; index < 20; index++) cache.set(`key ${index}`, bytes('x'), undefined);
    expect(rows(path, 'entry')).toBe(1);
    vacancy.fill(bytes('filled'), undefined);
    expect(await textOf(cache, 'wanted')).toBe('filled');
  });

  test('what is past its time is removed a little at a time', () => {
    const path = newFile();
    const clock = manualClock();
    const cache = open({ path, clock });
    for (let index = 0; index < 500; index++) cache.set(`key ${index}`, bytes('x'), 10_000);
    clock.advance(9_999);
    expect(rows(path, 'entry')).toBe(500);
    clock.advance(1);
    cache.set('another', bytes('x'), undefined);
    expect(rows(path, 'entry')).toBeGreaterThan(400);
    clock.advance(5_000);
    expect(rows(path, 'entry')).toBe(1);
  });

  test('so are the parts of replaced and abandoned bodies', () => {
    const path = newFile();
    const clock = manualClock();
    const cache = open({ path, clock });
    cache.set('replaced', new Uint8Array(3_000_000), undefined);
    const abandoned = cache.stream('abandoned', undefined);
    abandoned.write(new Uint8Array(3_000_000));
    abandoned.abandon();
    const forgotten = cache.stream('forgotten', undefined);
    forgotten.write(new Uint8Array(3_000_000));
    cache.set('replaced', bytes('small'), undefined);
    expect(rows(path, 'part')).toBeGreaterThan(30);
    clock.advance(3_600_000);
    expect(rows(path, 'part')).toBe(0);
    expect(rows(path, 'body')).toBe(0);
    expect(() => forgotten.finish()).toThrow('not continued for too long');
    expect(cache.exists('forgotten')).toBe(false);
  });
});

describe('vacancies', () => {
  test('one is given, and the others get what fills it, in this process and the next', async () => {
    const path = newFile();
    const one = open({ path });
    const other = open({ path });
    const vacancy = await vacancyOf(one, 'key');
    const waiters = [one, other, one, other].map((cache) => Promise.resolve(cache.getOrSet('key')));
    vacancy.fill(bytes('filled'), undefined);
    for (const entry of await Promise.all(waiters)) {
      expect(entry.tag === 'occupied' && Buffer.from(entry.val as Uint8Array)).toEqual(bytes('filled'));
    }
  });

  test('after a drop the one who came first is next', async () => {
    const cache = open();
    const vacancy = await vacancyOf(cache, 'key');
    const order: string[] = [];
    const waiters = ['first', 'second'].map(async (name) => {
      const entry = await cache.getOrSet('key');
      order.push(name);
      if (entry.tag === 'vacant') entry.val.drop();
    });
    vacancy.drop();
    await Promise.all(waiters);
    expect(order).toEqual(['first', 'second']);
  });

  test('one that runs out passes on, and its late fill stores nothing', async () => {
    const clock = manualClock();
    const cache = open({ clock, vacancyMs: 100 });
    const late = await vacancyOf(cache, 'key');
    const waiter = cache.getOrSet('key');
    clock.advance(100);
    const next = await waiter;
    expect(next.tag).toBe('vacant');
    expect(() => late.fill(bytes('late'), undefined)).toThrow('the vacancy is lost');
    late.drop();
    if (next.tag === 'vacant') next.val.fill(bytes('next'), undefined);
    expect(() => late.fill(bytes('later still'), undefined)).toThrow('the vacancy is lost');
    expect(await textOf(cache, 'key')).toBe('next');
  });

  test('each piece of a body begins its time anew', async () => {
    const clock = manualClock();
    const cache = open({ clock, vacancyMs: 100 });
    const sink = (await vacancyOf(cache, 'key')).stream(undefined);
    for (const piece of ['slow', ' but ', 'steady']) {
      clock.advance(99);
      sink.write(bytes(piece));
    }
    clock.advance(99);
    sink.finish();
    expect(await textOf(cache, 'key')).toBe('slow but steady');
  });

  test('that of a killed process runs out', async () => {
    const clock = steadyClock();
    const store = { path: newFile(), vacancyMs: 500 };
    const workers = new Workers(clock, store, 3);
    const holder = await workers.start({ holds: true });
    await holder.kill();
    const key = workers.calls.find(({ outcome }) => outcome.kind === 'vacancy')?.key ?? '';
    const cache = open(store);
    const entry = await cache.getOrSet(key);
    expect(entry.tag).toBe('vacant');
  });

  test('closing releases those who wait', async () => {
    const cache = open();
    await vacancyOf(cache, 'key');
    const waiter = Promise.resolve(cache.getOrSet('key'));
    cache.close?.();
    await expect(waiter).rejects.toThrow('the cache is closed');
    expect(() => cache.get('key')).toThrow('the cache is closed');
    expect(() => cache.set('key', bytes('value'), undefined)).toThrow('the cache is closed');
    cache.close?.();
  });
});

describe('trouble', () => {
  test('a file that is no database is left alone', () => {
    const path = newFile();
    writeFileSync(
      path,
      'something else, and long enough to be read as a header of a database file. '.repeat(20),
    );
    expect(() => sqlite({ path })).toThrow(`the cache file ${path} is no database: it is left alone`);
  });

  test('a file of another layout is left alone', () => {
    const path = newFile();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 77');
    db.close();
    expect(() => sqlite({ path })).toThrow('the cache file has the layout 77, not 2');
  });

  test('a folder that is not there is named as what it is', () => {
    const path = join(newFile(), 'no', 'such', 'folder');
    expect(() => sqlite({ path })).toThrow(`there is no folder ${dirname(path)}`);
    expect(existsSync(path)).toBe(false);
  });

  test('a lock that somebody keeps is an error after a while, and nothing is lost', async () => {
    const path = newFile();
    const cache = open({ path, busyMs: 50 });
    cache.set('key', bytes('before'), undefined);
    const rude = new DatabaseSync(path);
    rude.exec('BEGIN IMMEDIATE');
    const turns = countTurns();
    await expect(async () => cache.set('key', bytes('after'), undefined)).rejects.toThrow(
      'another process locked the cache file for more than 50 ms',
    );
    expect(turns()).toBeGreaterThan(3);
    expect(await textOf(cache, 'key')).toBe('before');
    const patient = cache.set('key', bytes('between'), undefined);
    const next = cache.set('key', bytes('in order'), undefined);
    rude.exec('ROLLBACK');
    rude.close();
    await Promise.all([patient, next]);
    expect(await textOf(cache, 'key')).toBe('in order');
    cache.set('key', bytes('after'), undefined);
    expect(await textOf(cache, 'key')).toBe('after');
  });

  test('a damaged file is named, set aside and made anew', async () => {
    const path = newFile();
    const before = open({ path });
    for (let index = 0; index < 300; index++)
      await before.set(`key ${index}`, Buffer.alloc(2000, 'v'), undefined);
    await before.close?.();
    const file = readFileSync(path);
    writeFileSync(path, file.fill('Z', 8192, file.length - 4096));

    const told: string[] = [];
    const after = open({ path, onTrouble: (message) => told.push(message) });
    for (let index = 0; index < 300; index++) {
      const value = await after.get(`key ${index}`);
      if (value) expect(await readAll(value)).toEqual(Buffer.alloc(2000, 'v'));
    }
    await after.set('new', bytes('value'), undefined);
    expect(await textOf(after, 'new')).toBe('value');
    const aside = readdirSync(dirname(path)).filter((name) => name.includes('.damaged-'));
    expect(aside).toHaveLength(1);
    expect(told).toEqual([expect.stringMatching(/^the cache file .* was damaged: it is now .*damaged-/)]);

    await after.close?.();
    writeFileSync(path, Buffer.alloc(8192, 'x'));
    const last = open({ path, onTrouble: (message) => told.push(message) });
    expect(last.get('new')).toBeUndefined();
    expect(told).toHaveLength(2);
  });

  test('a file that somebody removes is made anew, and others see what is written then', async () => {
    const path = newFile();
    const told: string[] = [];
    const cache = open({ path, onTrouble: (message) => told.push(message) });
    await cache.set('key', new Uint8Array(600_000), undefined);
    const large = (await cache.get('key')) as LargeValue;
    for (const name of readdirSync(dirname(path))) rmSync(join(dirname(path), name));
    await expect
      .poll(
        async () => {
          await cache.set('after', bytes('value'), undefined);
          return existsSync(path) && textOf(open({ path }), 'after');
        },
        { timeout: 5_000, interval: 100 },
      )
      .toBe('value');
    expect(told).toEqual([expect.stringContaining('was removed or replaced while it was open')]);
    expect(() => large.read(300_000, 10)).toThrow('the entry was removed while it was being read');
  });

  test('a flipped byte is a miss, in a value, in a part of a large one and in a time to live', async () => {
    const path = newFile();
    const cache = open({ path });
    await cache.set('small', bytes('A'.repeat(3000)), undefined);
    await cache.set('large', Buffer.alloc(600_000, 'B'), undefined);
    await cache.set('timed', bytes('C'), 1_000);
    const db = new DatabaseSync(path);
    db.exec(`UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'AAAA', 'AAAX') AS BLOB) WHERE key = 'small';
      UPDATE part SET bytes = CAST(replace(CAST(bytes AS TEXT), 'BBBB', 'BBBX') AS BLOB);
      UPDATE entry SET ttl = 9e9, expires = expires + 9e9 WHERE key = 'timed'`);
    db.close();
    expect(await cache.get('small')).toBeUndefined();
    expect(await cache.exists('small')).toBe(false);
    expect(await cache.get('timed')).toBeUndefined();
    expect((await cache.getOrSet('small')).tag).toBe('vacant');
    const large = await cache.get('large');
    expect(() => large && readAll(large)).toThrow('removed');
    expect(await cache.get('large')).toBeUndefined();
  });

  test('a new file is for its owner alone, and is not made through a link that leads nowhere', () => {
    const path = newFile();
    open({ path }).set('key', bytes('value'), undefined);
    for (const name of readdirSync(dirname(path)))
      expect([name, statSync(join(dirname(path), name)).mode & 0o777]).toEqual([name, 0o600]);
    const link = newFile();
    const target = `${link}.target`;
    symlinkSync(target, link);
    expect(() => sqlite({ path: link })).toThrow('is a link that leads nowhere');
    expect(existsSync(target)).toBe(false);
    renameSync(path, target);
    chmodSync(target, 0o640);
    open({ path: link }).set('key', bytes('value'), undefined);
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(() => sqlite({ path: dirname(link) })).toThrow('is no file');
    for (const none of ['', ':memory:', 'file:x.db'])
      expect(() => sqlite({ path: none })).toThrow('path is the name of a file');
  });
});

describe('processes whose clocks differ', () => {
  const HOURS = 8 * 3_600_000;

  /** Two connections: one whose clock is wrong by so much, and one whose clock is right. */
  function two(aheadMs: number) {
    const path = newFile();
    const clock = manualClock(1_000_000_000);
    const options = { path, vacancyMs: 2_000 };
    return {
      clock,
      wrong: open({ ...options, clock: skewed(clock, aheadMs) }),
      right: open({ ...options, clock }),
    };
  }

  test.each([-HOURS, HOURS])('%s ms: nothing is served past its time', async (aheadMs) => {
    const { clock, wrong, right } = two(aheadMs);
    await wrong.set('of the wrong one', bytes('x'), 1_000);
    await right.set('of the right one', bytes('x'), 1_000);
    clock.advance(2_001);
    for (const key of ['of the wrong one', 'of the right one'])
      for (const cache of [wrong, right]) expect(await cache.get(key)).toBeUndefined();
  });

  test.each([-HOURS, HOURS])(
    '%s ms: an abandoned vacancy is waited for as long as it lives',
    async (aheadMs) => {
      const { clock, wrong, right } = two(aheadMs);
      for (const [holder, waiter] of [
        [wrong, right],
        [right, wrong],
      ] as const) {
        const key = holder === wrong ? 'a' : 'b';
        const vacancy = await vacancyOf(holder, key);
        const wait = Promise.resolve(waiter.getOrSet(key));
        for (let step = 0; step < 50; step++) {
          clock.advance(50);
          await Promise.resolve();
        }
        expect((await wait).tag).toBe('vacant');
        await expect(async () => vacancy.fill(bytes('late'), undefined)).rejects.toThrow(
          'the vacancy is lost',
        );
      }
    },
  );
});

/** Counts the turns of the event loop from now on. */
function countTurns(): () => number {
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
  }, 5);
  return () => {
    clearInterval(timer);
    return count;
  };
}
