import { readFileSync } from 'node:fs';
import { createClient } from 'redis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyNamespace } from '../../src/cache/backends/redis/empty-namespace.ts';
import { type RedisOptions, redis } from '../../src/cache/backends/redis.ts';
import type { Backend, LargeValue, Vacancy } from '../../src/cache/contract.ts';
import { readAll } from '../../src/cache/read-all.ts';
import { startRedisCluster } from '../../src/cache-suite/faults/redis-cluster.ts';
import { startRedis } from '../../src/cache-suite/faults/redis-server.ts';
import { privateRedis } from '../setup/redis.ts';

const server = privateRedis();
let namespaces = 0;

/** A cache in a namespace of its own, closed after the test. */
function open(options: RedisOptions = {}): Backend {
  namespaces += 1;
  const backend = redis({ url: server().url, namespace: `test-${namespaces}`, ...options });
  onTestFinished(() => void backend.close?.());
  return backend;
}

/** Asks the server itself. */
async function bare() {
  const client = await createClient({ url: server().url }).connect();
  onTestFinished(() => client.destroy());
  return client;
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

describe('values and keys', () => {
  test('bytes of every kind come back as they were', async () => {
    const cache = open();
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    await cache.set('all', all, undefined);
    await cache.set('none', new Uint8Array(), undefined);
    expect(await cache.get('all')).toEqual(Buffer.from(all));
    expect(await cache.get('none')).toEqual(Buffer.alloc(0));
    expect(await cache.exists('none')).toBe(true);
    expect(await cache.get('other')).toBeUndefined();
  });

  test('keys that look like the names we give do not meet', async () => {
    const cache = open();
    const keys = ['', '}', '{', '}{', 'a', 'a}', 'a:b', ':vacancy:{=a}', 'a\u0000b', 'ключ', '🗝️'];
    for (const key of keys) await cache.set(key, bytes(`value of ${key}`), undefined);
    for (const key of keys) expect(await textOf(cache, key)).toBe(`value of ${key}`);
  });

  test('namespaces do not meet', async () => {
    const one = open();
    const other = open();
    await one.set('key', bytes('one'), undefined);
    expect(await other.get('key')).toBeUndefined();
    await other.delete('key');
    expect(await textOf(one, 'key')).toBe('one');
  });

  test('a namespace that could be taken for a hash tag is refused', () => {
    expect(() => redis({ namespace: 'a{b}' })).toThrow('a namespace is made of letters');
  });
});

describe('time to live', () => {
  test.each([
    [undefined, -1],
    [0xffff_ffff, 0xffff_ffff],
    [60_000, 60_000],
  ])('of %s ms', async (ttlMs, expected) => {
    const cache = open({ namespace: `ttl-${ttlMs}` });
    await cache.set('key', bytes('value'), ttlMs);
    expect(await textOf(cache, 'key')).toBe('value');
    const left = await (await bare()).pTTL(`ttl-${ttlMs}:value:{=key}`);
    expect(left).toBeLessThan(Math.max(expected, 0));
    expect(left).toBeGreaterThanOrEqual(expected < 0 ? -1 : expected - 30_000);
  });

  test('of 0 removes what was there', async () => {
    const cache = open();
    await cache.set('key', bytes('before'), undefined);
    await cache.set('key', bytes('after'), 0);
    expect(await cache.get('key')).toBeUndefined();
  });

  test('a value without one replaces the time to live of the value before', async () => {
    const cache = open({ namespace: 'replaced' });
    await cache.set('key', bytes('before'), 60_000);
    await cache.set('key', bytes('after'), undefined);
    expect(await (await bare()).pTTL('replaced:value:{=key}')).toBe(-1);
  });
});

describe('large values', () => {
  test('are written and read in pieces, and show when they have gone', async () => {
    const cache = open();
    const sink = cache.stream('big', 60_000);
    for (let piece = 0; piece < 20; piece++) await sink.write(new Uint8Array(100_000).fill(piece));
    expect(await cache.exists('big')).toBe(false);
    await sink.finish();

    const value = (await cache.get('big')) as LargeValue;
    expect(value.size).toBe(2_000_000);
    const read = await readAll(value);
    expect(read[0]).toBe(0);
    expect(read[1_999_999]).toBe(19);
    expect(read[1_234_567]).toBe(12);

    const again = (await cache.get('big')) as LargeValue;
    await cache.set('big', bytes('small'), undefined);
    await expect(async () => again.read(1_000_000, 10)).rejects.toThrow('removed while it was being read');
    expect(await textOf(cache, 'big')).toBe('small');
  });

  test('that are given up leave nothing behind', async () => {
    const cache = open({ namespace: 'given-up' });
    const sink = cache.stream('big', undefined);
    await sink.write(new Uint8Array(1_000_000));
    sink.abandon();
    const client = await bare();
    await expect.poll(() => client.keys('given-up:*')).toEqual([]);
    await sink.finish();
    expect(await cache.exists('big')).toBe(false);
  });

  test('that were left alone for too long are not stored with holes in them', async () => {
    const cache = open({ namespace: 'holes' });
    const sink = cache.stream('big', undefined);
    await sink.write(new Uint8Array(600_000));
    const client = await bare();
    // As Redis does when the time of the unfinished body is over.
    await client.unlink(await client.keys('holes:body:*'));
    await sink.write(new Uint8Array(600_000));
    await expect(async () => sink.finish()).rejects.toThrow('not continued for too long');
    expect(await client.keys('holes:*')).toEqual([]);
  });

  test('of a whole number of parts are complete', async () => {
    const cache = open();
    const sink = cache.stream('even', undefined);
    for (let piece = 0; piece < 8; piece++) await sink.write(new Uint8Array(256 * 1024).fill(piece));
    await sink.finish();
    const read = await readAll((await cache.get('even')) as LargeValue);
    expect([read.length, read.at(-1)]).toEqual([8 * 256 * 1024, 7]);
  });

  test('fill a vacancy', async () => {
    const cache = open();
    const vacancy = await vacancyOf(cache, 'big');
    const waiter = cache.getOrSet('big');
    const sink = vacancy.stream(undefined);
    await sink.write(new Uint8Array(600_000).fill(7));
    await sink.finish();
    const entry = await waiter;
    expect(entry.tag === 'occupied' && (entry.val as LargeValue).size).toBe(600_000);
  });
});

describe('vacancies', () => {
  test('one is given, and the others get what fills it', async () => {
    const one = open({ namespace: 'shared' });
    const other = open({ namespace: 'shared' });
    const vacancy = await vacancyOf(one, 'key');
    const waiters = [one, other, one, other].map((cache) => Promise.resolve(cache.getOrSet('key')));
    await vacancy.fill(bytes('filled'), undefined);
    for (const entry of await Promise.all(waiters))
      expect(entry).toEqual({ tag: 'occupied', val: bytes('filled') });
  });

  test('a dropped one passes to somebody who waits', async () => {
    const one = open({ namespace: 'dropped' });
    const other = open({ namespace: 'dropped' });
    const vacancy = await vacancyOf(one, 'key');
    const waiter = other.getOrSet('key');
    vacancy.drop();
    expect((await waiter).tag).toBe('vacant');
  });

  test('one that runs out passes on, and its late fill stores nothing', async () => {
    const one = open({ namespace: 'late', vacancyMs: 50 });
    const other = open({ namespace: 'late' });
    const late = await vacancyOf(one, 'key');
    const next = await vacancyOf(other, 'key');
    await expect(async () => late.fill(bytes('late'), undefined)).rejects.toThrow('the vacancy is lost');
    await next.fill(bytes('next'), undefined);
    await expect(async () => late.fill(bytes('later still'), undefined)).rejects.toThrow(
      'the vacancy is lost',
    );
    late.drop();
    expect(await textOf(one, 'key')).toBe('next');
  });

  test.each(['set', 'delete'] as const)('a %s ends it', async (operation) => {
    const cache = open();
    const vacancy = await vacancyOf(cache, 'key');
    const waiter = cache.getOrSet('key');
    if (operation === 'set') await cache.set('key', bytes('set'), undefined);
    else await cache.delete('key');
    expect((await waiter).tag).toBe(operation === 'set' ? 'occupied' : 'vacant');
    await expect(async () => vacancy.fill(bytes('filled'), undefined)).rejects.toThrow('the vacancy is lost');
  });

  test('closing releases those who wait', async () => {
    const cache = redis({ url: server().url, namespace: 'closing' });
    await vacancyOf(cache, 'key');
    const waiter = Promise.resolve(cache.getOrSet('key'));
    const released = expect(waiter).rejects.toThrow('the cache is closed');
    cache.close?.();
    await released;
    await expect(async () => cache.get('key')).rejects.toThrow('the cache is closed');
  });
});

describe('connections', () => {
  test('a password is used, and never told', async () => {
    const guarded = await startRedis({ password: 's3cret word' });
    onTestFinished(() => guarded.stop());
    const right = open({ url: guarded.url });
    await right.set('key', bytes('value'), undefined);
    expect(await textOf(right, 'key')).toBe('value');
    const named = open({ url: `redis://127.0.0.1:${guarded.port}`, password: 's3cret word' });
    expect(await named.get('key')).toBeUndefined();

    for (const [password, message] of [
      ['wr0ng', 'Redis refused the user name or the password'],
      [undefined, 'Redis asks for a password'],
    ]) {
      const wrong = open({ url: `redis://127.0.0.1:${guarded.port}`, password });
      await expect(async () => wrong.get('private key')).rejects.toThrow(new RegExp(`^${message}$`));
    }
  });

  test('TLS is used, and a stranger is not trusted', async () => {
    const file = (name: string) => `${import.meta.dirname}/../fixtures/cache/tls/${name}`;
    const encrypted = await startRedis({ tls: { cert: file('cert.pem'), key: file('key.pem') } });
    onTestFinished(() => encrypted.stop());
    const trusted = open({ url: encrypted.url, tls: { ca: readFileSync(file('cert.pem'), 'utf8') } });
    await trusted.set('key', bytes('value'), undefined);
    expect(await textOf(trusted, 'key')).toBe('value');
    const implied = open({
      url: encrypted.url.replace('rediss:', 'redis:'),
      tls: { ca: readFileSync(file('cert.pem'), 'utf8') },
    });
    expect(await implied.exists('key')).toBe(false);
    const careful = open({ url: encrypted.url });
    await expect(async () => careful.get('key')).rejects.toThrow(/^TLS with 127\.0\.0\.1:\d+ failed/);
  });

  test('where there is no server the answer says so', async () => {
    const gone = await startRedis();
    await gone.stop();
    const cache = open({ url: `redis://user:s3cret@127.0.0.1:${gone.port}` });
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(async () => cache.get('key')).rejects.toThrow(
        new RegExp(`^no Redis answers: 127.0.0.1:${gone.port}$`),
      );
    }
  });

  test('where no node of a cluster is there the answer says so', async () => {
    const gone = await startRedis();
    await gone.stop();
    const cache = open({ cluster: [gone.url, 'redis://127.0.0.1:1'], timeoutMs: 5000 });
    await expect(async () => cache.get('key')).rejects.toThrow('no node of the Redis cluster answers');
  });

  test('what is no Redis URL is refused without showing it', () => {
    expect(() => redis({ url: 'http://user:s3cret@host' })).toThrow(/^(?!.*s3cret).*a Redis URL looks like/);
  });

  test('a lost connection is found again', async () => {
    const restarted = await startRedis({ persistent: true });
    onTestFinished(() => restarted.stop());
    const cache = open({ url: restarted.url });
    await cache.set('key', bytes('value'), undefined);
    await restarted.kill();
    await expect(async () => cache.get('key')).rejects.toThrow('connection');
    await restarted.restart();
    await expect.poll(() => textOf(cache, 'key').catch(() => 'not yet'), { timeout: 20_000 }).toBe('value');
  });

  test('a server that does not answer is not waited for', async () => {
    const stopped = await startRedis();
    onTestFinished(() => stopped.stop());
    const cache = open({ url: stopped.url, timeoutMs: 1000 });
    const vacancy = await vacancyOf(cache, 'key');
    const waiter = Promise.resolve(cache.getOrSet('key'));
    stopped.pause();
    const released = expect(waiter).rejects.toThrow('Redis did not answer within 1000 ms');
    await expect(async () => cache.get('other')).rejects.toThrow('Redis did not answer within 1000 ms');
    await released;
    stopped.resume();
    await vacancy.fill(bytes('value'), undefined);
    expect(await textOf(cache, 'key')).toBe('value');
  });

  test('a vacancy that is given when nobody waits for it any more goes back', async () => {
    const stopped = await startRedis();
    onTestFinished(() => stopped.stop());
    const impatient = open({ url: stopped.url, namespace: 'late', timeoutMs: 1000, vacancyMs: 600_000 });
    await impatient.exists('key');
    stopped.pause();
    await expect(async () => impatient.getOrSet('key')).rejects.toThrow('Redis did not answer');
    stopped.resume();
    const other = open({ url: stopped.url, namespace: 'late' });
    expect((await other.getOrSet('key')).tag).toBe('vacant');
  });

  test('a vacancy that the server has lost cannot be filled', async () => {
    const forgetful = await startRedis();
    onTestFinished(() => forgetful.stop());
    const cache = open({ url: forgetful.url });
    const vacancy = await vacancyOf(cache, 'key');
    await forgetful.restart();
    const fill = async () => vacancy.fill(bytes('value'), undefined);
    const trouble = () => fill().catch((error: Error) => error.message);
    await expect.poll(trouble, { timeout: 20_000 }).toMatch('the vacancy is lost');
  });
});

test('a cluster keeps a value and its vacancy together, wherever the key belongs', async () => {
  const cluster = await startRedisCluster({ password: 's3cret word' });
  onTestFinished(() => cluster.stop());
  const wrong = open({ cluster: cluster.urls, password: 'wr0ng', timeoutMs: 2000 });
  await expect(async () => wrong.get('key')).rejects.toThrow('Redis refused the user name or the password');
  const one = open({ cluster: cluster.urls, namespace: 'c' });
  const other = open({ cluster: cluster.urls, namespace: 'c' });
  const keys = ['', '}', '{}', '{a}', ...Array.from({ length: 30 }, (_, index) => `key ${index}`)];
  for (const key of keys) {
    const vacancy = await vacancyOf(one, key);
    const waiter = other.getOrSet(key);
    await vacancy.fill(bytes(key), 60_000);
    expect(await waiter).toEqual({ tag: 'occupied', val: bytes(key) });
    await other.delete(key);
    expect(await one.exists(key)).toBe(false);
  }
  const sink = one.stream('big', undefined);
  await sink.write(new Uint8Array(600_000));
  await sink.finish();
  expect(((await other.get('big')) as LargeValue).size).toBe(600_000);
  const sizes = await Promise.all(
    cluster.urls.map(async (url) => {
      const client = await createClient({ url }).connect();
      for (let index = 0; index < 100; index++) await one.set(`spread ${index}`, bytes('x'), undefined);
      const size = await client.dbSize();
      client.destroy();
      return size;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(10);
});

test('a namespace can be emptied, and only that', async () => {
  const one = open({ namespace: 'tried' });
  const other = open({ namespace: 'tried:value' });
  await one.set('key', bytes('value'), undefined);
  await vacancyOf(one, 'another');
  await other.set('key', bytes('value'), undefined);
  await emptyNamespace(server().url, 'tried');
  expect(await one.exists('key')).toBe(false);
  expect(await other.exists('key')).toBe(true);
  await emptyNamespace('redis://127.0.0.1:1', 'nowhere');
});
