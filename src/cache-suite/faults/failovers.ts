import { redis } from '../../cache/backends/redis.ts';
import type { Loss } from '../history/history.ts';
import type { FaultContext } from '../history/run.ts';
import { latencyProxy } from './latency-proxy.ts';
import { pause } from './pause.ts';
import { REAL_VACANCY_MS, realTimeSetup } from './real-time-setup.ts';
import { redisCommand, untilRole } from './redis-command.ts';
import { type RedisServer, startRedis } from './redis-server.ts';
import type { Fault, OpenSetup } from './setups.ts';
import { steadyClock } from './steady-clock.ts';

/** A primary and its replica, which change places. */
interface Pair {
  primary: RedisServer;
  replica: RedisServer;
}

/**
 * What happens to a primary with a replica. Replication takes a moment, so an older value may be seen again afterwards;
 * and where the primary dies, a vacancy that the replica has not heard of may be given once more.
 */
export const redisFailovers: Partial<Record<Fault, (seed: number) => Promise<OpenSetup>>> = {
  /** The primary hands over to its replica and goes on as a replica: who stays with it can only read. */
  readonly: () =>
    behindAddress(async (pair, aim) => {
      const { primary, replica } = pair;
      await redisCommand(primary.url, 'FAILOVER', 'TO', '127.0.0.1', `${replica.port}`);
      await untilRole(replica.url, 'primary');
      aim(replica.port);
      await untilRole(primary.url, 'replica');
      return false;
    }),

  /** The primary is killed, and its replica takes over its address. */
  failover: () =>
    behindAddress(async ({ primary, replica }, aim) => {
      await primary.kill();
      await redisCommand(replica.url, 'REPLICAOF', 'NO', 'ONE');
      aim(replica.port);
      await follow(primary, replica);
      return true;
    }),

  /** The primary is killed, and a sentinel makes its replica the next one. */
  sentinel: async () => {
    const pair = await startPair();
    const sentinel = await startRedis({ sentinelOf: pair.primary.port });
    await untilKnown(sentinel.url);
    return setupOf({
      pair,
      open: () =>
        redis({
          sentinel: { name: 'mymaster', nodes: [sentinel.url] },
          vacancyMs: REAL_VACANCY_MS,
          timeoutMs: 2_000,
        }),
      stop: () => sentinel.stop(),
      async fail({ primary, replica }) {
        await primary.kill();
        await untilRole(replica.url, 'primary');
        // Until its own switch is over, a sentinel may undo what it sees.
        await untilNamed(sentinel.url, replica.port);
        await follow(primary, replica);
        return true;
      },
    });
  },
};

async function startPair(): Promise<Pair> {
  const primary = await startRedis();
  const replica = await startRedis({ replicaOf: primary.port });
  await untilRole(replica.url, 'replica');
  return { primary, replica };
}

/** Starts a primary that was killed again, as the replica of the one that took over. */
async function follow(killed: RedisServer, primary: RedisServer): Promise<void> {
  await killed.restart();
  await redisCommand(killed.url, 'REPLICAOF', '127.0.0.1', `${primary.port}`);
  await untilRole(killed.url, 'replica');
}

/** Resolves when a sentinel names the server at that port as the primary. */
async function untilNamed(sentinel: string, port: number): Promise<void> {
  const named = () => redisCommand(sentinel, 'SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'mymaster');
  while (!String(await named()).endsWith(`,${port}`)) await pause(50);
}

/** Resolves when a sentinel knows the replica, which it has to before it can promote it. */
async function untilKnown(sentinel: string): Promise<void> {
  while (((await redisCommand(sentinel, 'SENTINEL', 'REPLICAS', 'mymaster')) as unknown[]).length === 0) {
    await pause(50);
  }
}

/** Clients that know one address, which leads to whoever is the primary. */
async function behindAddress(
  fail: (pair: Pair, aim: (port: number) => void) => Promise<boolean>,
): Promise<OpenSetup> {
  const pair = await startPair();
  const proxy = await latencyProxy(pair.primary.port, () => 0);
  const url = `redis://127.0.0.1:${proxy.port}`;
  return setupOf({
    pair,
    open: () => redis({ url, vacancyMs: REAL_VACANCY_MS, timeoutMs: 2_000 }),
    fail: (now) => fail(now, proxy.aim),
    stop: () => proxy.stop(),
  });
}

interface Failing {
  pair: Pair;
  open(): ReturnType<typeof redis>;
  /** Makes them change places; whether what the replica had not heard of is lost. */
  fail(pair: Pair): Promise<boolean>;
  stop(): Promise<void>;
}

function setupOf({ pair, open, fail, stop }: Failing): OpenSetup {
  const backends = [open(), open()];
  let { primary, replica } = pair;
  return {
    setup: realTimeSetup(backends, steadyClock(), {
      ordered: false,
      thinkMs: 8,
      async inflict({ position, isOver }: FaultContext) {
        const losses: Loss[] = [];
        do {
          await pause(300);
          const began = position();
          const isLossy = await fail({ primary, replica });
          [primary, replica] = [replica, primary];
          if (isLossy) losses.push({ began, ended: position() });
        } while (!isOver());
        return { losses, calls: [] };
      },
    }),
    async close() {
      for (const backend of backends) await backend.close?.();
      await stop();
      await Promise.all([primary.stop(), replica.stop()]);
    },
  };
}
