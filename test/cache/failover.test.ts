import { createClient } from 'redis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RedisOptions, redis } from '../../src/cache/backends/redis.ts';
import type { Backend } from '../../src/cache/contract.ts';
import { latencyProxy } from '../../src/cache-suite/faults/latency-proxy.ts';
import { startRedisCluster } from '../../src/cache-suite/faults/redis-cluster.ts';
import { redisCommand, untilRole } from '../../src/cache-suite/faults/redis-command.ts';
import { type RedisServerOptions, startRedis } from '../../src/cache-suite/faults/redis-server.ts';

const bytes = (text: string) => Buffer.from(text);

async function server(options: RedisServerOptions = {}) {
  const started = await startRedis(options);
  onTestFinished(() => started.stop());
  return started;
}

function open(options: RedisOptions): Backend {
  const cache = redis(options);
  onTestFinished(() => void cache.close?.());
  return cache;
}

async function address(port: number) {
  const proxy = await latencyProxy(port, () => 0);
  onTestFinished(() => proxy.stop());
  return { proxy, url: `redis://127.0.0.1:${proxy.port}` };
}

async function pair() {
  const primary = await server();
  const replica = await server({ replicaOf: primary.port });
  await untilRole(replica.url, 'replica');
  return { primary, replica };
}

/** Milliseconds until it succeeds. */
async function until(work: () => unknown): Promise<number> {
  const began = performance.now();
  await expect
    .poll(
      async () => {
        try {
          await work();
          return 'done';
        } catch (error) {
          return String(error);
        }
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe('done');
  return performance.now() - began;
}

describe('a primary that has become a replica', () => {
  test('is left for the one that its address leads to by now, and nothing fails', async () => {
    const { primary, replica } = await pair();
    const { proxy, url } = await address(primary.port);
    const cache = open({ url });
    await cache.set('key', bytes('before'), undefined);
    await redisCommand(primary.url, 'FAILOVER', 'TO', '127.0.0.1', `${replica.port}`);
    await untilRole(replica.url, 'primary');
    proxy.aim(replica.port);
    await cache.set('key', bytes('after'), undefined);
    expect(await cache.get('key')).toEqual(bytes('after'));
    const entry = await cache.getOrSet('missing');
    expect(entry.tag).toBe('vacant');
    if (entry.tag === 'vacant') await entry.val.fill(bytes('filled'), undefined);
    await cache.delete('key');
    expect(await open({ url: replica.url }).get('missing')).toEqual(bytes('filled'));
  });

  test('is named for what it is where there is no other', async () => {
    const { replica } = await pair();
    const cache = open({ url: replica.url, timeoutMs: 3000 });
    await expect(async () => cache.set('key', bytes('x'), undefined)).rejects.toThrow(
      'this Redis is a read-only replica',
    );
  });
});

test('a sentinel is asked who the primary is, and again when that one dies', async () => {
  const { primary, replica } = await pair();
  const sentinel = await server({ sentinelOf: primary.port });
  const cache = open({ sentinel: { name: 'mymaster', nodes: ['redis://127.0.0.1:1', sentinel.url] } });
  await cache.set('key', bytes('before'), undefined);
  await expect
    .poll(async () => redisCommand(sentinel.url, 'SENTINEL', 'REPLICAS', 'mymaster'), { timeout: 15_000 })
    .toHaveLength(1);
  await primary.kill();
  expect(await until(() => cache.set('key', bytes('after'), undefined))).toBeLessThan(25_000);
  expect(await open({ url: replica.url }).get('key')).toEqual(bytes('after'));

  const lost = open({ sentinel: { name: 'other', nodes: [sentinel.url] } });
  await expect(async () => lost.get('key')).rejects.toThrow(
    'the sentinels know no group of servers named "other"',
  );
  const alone = open({ sentinel: { name: 'mymaster', nodes: ['redis://127.0.0.1:1'] } });
  await expect(async () => alone.get('key')).rejects.toThrow('no sentinel answers');
});

test('a connection that is cut without a word is given up, and another one made', async () => {
  const { proxy, url } = await address((await server()).port);
  const cache = open({ url, timeoutMs: 2000 });
  await cache.set('key', bytes('value'), undefined);
  proxy.freeze();
  await expect(async () => cache.get('key')).rejects.toThrow('Redis did not answer within 2000 ms');
  expect(await cache.get('key')).toEqual(bytes('value'));
});

test('calls that wait over a connection that is given up are told the same, whenever they began', async () => {
  const { proxy, url } = await address((await server()).port);
  const cache = open({ url, timeoutMs: 1500 });
  await cache.set('key', bytes('value'), undefined);
  proxy.freeze();
  const told = async (call: unknown) =>
    String(await Promise.resolve(call).catch((error: Error) => error.message));
  const early = told(cache.get('key'));
  await new Promise((done) => setTimeout(done, 200));
  const late = told(cache.get('other'));
  const silence = 'Redis did not answer within 1500 ms';
  expect(await Promise.all([early, late])).toEqual([silence, silence]);
});

test('a node of a cluster says what to give instead of its URL', async () => {
  const cluster = await startRedisCluster();
  onTestFinished(() => cluster.stop());
  const cache = open({ url: cluster.urls[0] });
  const trouble = async (key: string) => {
    try {
      return String(await cache.get(key));
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  const answers = new Set(
    await Promise.all(Array.from({ length: 20 }, (_, index) => trouble(`key ${index}`))),
  );
  expect([...answers].sort()).toEqual([
    'this Redis is a node of a cluster: give its address as { cluster: [url] } and not as { url }',
    'undefined',
  ]);
});

test.each(['LOADING', 'CLUSTERDOWN', 'MASTERDOWN', 'TRYAGAIN'])(
  'a server that answers %s has done nothing, and is asked again, for as long as a call may take',
  async (word) => {
    let refusals = 3;
    const commands = {
      async get() {
        refusals -= 1;
        if (refusals >= 0) throw new Error(`${word} not now`);
        return null;
      },
    };
    const client = {
      ...commands,
      evalSha: async () => null,
      withTypeMapping: () => commands,
      duplicate: () => commands,
    };
    expect(await open({ client }).get('key')).toBeUndefined();
    refusals = Number.POSITIVE_INFINITY;
    await expect(async () => open({ client, timeoutMs: 100 }).get('key')).rejects.toThrow(/Redis|cluster/);
  },
);

test('a client that is ready is used, and left open', async () => {
  const { url } = await server();
  const client = await createClient({ url }).connect();
  onTestFinished(() => client.destroy());
  const one = redis({ client, namespace: 'given' });
  const other = open({ url, namespace: 'given' });
  const entry = await one.getOrSet('key');
  const waiter = Promise.resolve(one.getOrSet('key'));
  if (entry.tag === 'vacant') await entry.val.fill(Buffer.from([0, 255, 10]), 60_000);
  expect(await waiter).toEqual({ tag: 'occupied', val: Buffer.from([0, 255, 10]) });
  expect(await other.get('key')).toEqual(Buffer.from([0, 255, 10]));
  await one.close?.();
  expect(await client.ping()).toBe('PONG');
});

test('a flipped byte is a miss, and is removed', async () => {
  const { url } = await server();
  const cache = open({ url, namespace: 'flip' });
  for (const key of ['got', 'asked for']) {
    await cache.set(key, Buffer.alloc(100, 'A'), undefined);
    await redisCommand(url, 'SETRANGE', `flip:value:{=${key}}`, '50', 'B');
  }
  expect(await cache.get('got')).toBeUndefined();
  await expect.poll(() => cache.exists('got')).toBe(false);
  expect((await cache.getOrSet('asked for')).tag).toBe('vacant');
  const sink = cache.stream('large', undefined);
  await sink.write(Buffer.alloc(600_000, 'A'));
  await sink.finish();
  await redisCommand(url, 'HSET', 'flip:value:{=large}', '1', 'B'.repeat(262_148));
  const large = await cache.get('large');
  await expect(async () => large && 'read' in large && large.read(300_000, 10)).rejects.toThrow('removed');
  await expect.poll(() => cache.exists('large')).toBe(false);
});
