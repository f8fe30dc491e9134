import { emptyNamespace } from '../../cache/backends/redis/empty-namespace.ts';
import { type RedisOptions, redis } from '../../cache/backends/redis.ts';
import { systemClock } from '../../cache/clock.ts';
import { random } from '../../cache/random.ts';
import type { Loss } from '../history/history.ts';
import type { FaultContext } from '../history/run.ts';
import { findRedis } from './find-redis.ts';
import { type LatencyProxy, latencyProxy } from './latency-proxy.ts';
import { pause } from './pause.ts';
import { REAL_VACANCY_MS, realTimeSetup } from './real-time-setup.ts';
import { startRedisCluster } from './redis-cluster.ts';
import { type RedisServer, startRedis } from './redis-server.ts';
import type { Fault, OpenSetup } from './setups.ts';
import { skewed } from './skewed.ts';
import { steadyClock } from './steady-clock.ts';
import { Workers } from './workers.ts';

/** Two connections to a server that is there, in a namespace that is emptied afterwards. */
export async function redisSetup(seed: number, redisUrl?: string): Promise<OpenSetup> {
  const { url, stop } = await findRedis(redisUrl);
  const namespace = `witness-history-${process.pid}-${seed}`;
  const backends = [1, 2].map(() => redis({ url, namespace, vacancyMs: REAL_VACANCY_MS }));
  const close = async () => {
    for (const backend of backends) await backend.close?.();
    await emptyNamespace(url, namespace);
    await stop();
  };
  try {
    for (const backend of backends) await backend.get('');
  } catch (error) {
    await close();
    throw error;
  }
  return { setup: realTimeSetup(backends, steadyClock(), {}), close };
}

const HOUR_MS = 3_600_000;

export const redisUnder: Partial<Record<Fault, (seed: number) => Promise<OpenSetup>>> = {
  /** The server is killed and started again, without its memory. */
  kill: killedServer({ persistent: false }),

  /** The server stops for longer than the clients wait, and goes on. */
  pause: (seed) =>
    onServer({ timeoutMs: 200 }, async ({ server }, { isOver }) => {
      do {
        await pause(150);
        server.pause();
        await pause(400);
        server.resume();
      } while (!isOver());
      return [];
    })(seed),

  /** Other processes sleep for longer than a vacancy lives, and go on, while the server does not. */
  suspend: (seed) =>
    onServer({}, async ({ workers }, { isOver }) => {
      const sleepers = await Promise.all([workers.start(), workers.start()]);
      do {
        await pause(50);
        for (const worker of sleepers) worker.pause();
        await pause(3 * REAL_VACANCY_MS);
        for (const worker of sleepers) worker.resume();
      } while (!isOver());
      for (const worker of sleepers) await worker.kill();
      return [];
    })(seed),

  /** Everything takes up to 10 ms longer, and now and then a connection breaks. */
  latency: (seed) =>
    onServer({ slow: true }, async ({ proxy }, { isOver }) => {
      do {
        await pause(500);
        proxy?.cut();
      } while (!isOver());
      return [];
    })(seed),

  /** The clients' clocks are an hour apart. */
  'clock-skew': onServer({ clocks: [-HOUR_MS, 0, HOUR_MS] }),

  /** Other processes take a vacancy and are killed. */
  'lease-holder': (seed) =>
    onServer({}, async ({ workers }, { isOver }) => {
      do {
        const worker = await workers.start({ holds: true });
        await worker.kill();
      } while (!isOver());
      return [];
    })(seed),
};

/** The server is killed and started again; a persistent one remembers all that it has answered. */
export function killedServer(options: { persistent: boolean }): (seed: number) => Promise<OpenSetup> {
  return onServer(options, async ({ server }, { isOver, position }) => {
    const losses: Loss[] = [];
    do {
      // Long enough for clients to find the server again: they look less and less often.
      await pause(500);
      const began = position();
      await server.kill();
      await pause(50);
      await server.restart();
      if (!options.persistent) losses.push({ began, ended: position() });
    } while (!isOver());
    return losses;
  });
}

/** A cluster of three, to which nothing happens. */
export async function clusterSetup(): Promise<OpenSetup> {
  const { urls, stop } = await startRedisCluster();
  const backends = [1, 2].map(() => redis({ cluster: urls, vacancyMs: REAL_VACANCY_MS }));
  return {
    setup: realTimeSetup(backends, steadyClock(), {}),
    async close() {
      for (const backend of backends) await backend.close?.();
      await stop();
    },
  };
}

interface Victims {
  server: RedisServer;
  proxy: LatencyProxy | undefined;
  workers: Workers;
}

/** A server of one's own, and what is done to it. */
function onServer(
  how: { timeoutMs?: number; slow?: boolean; clocks?: number[]; persistent?: boolean },
  work?: (victims: Victims, context: FaultContext) => Promise<Loss[]>,
): (seed: number) => Promise<OpenSetup> {
  return async (seed) => {
    const server = await startRedis({ persistent: how.persistent });
    const { next } = random(seed);
    const proxy = how.slow ? await latencyProxy(server.port, () => next() * 5) : undefined;
    const clock = steadyClock();
    const options: RedisOptions & { vacancyMs: number } = {
      url: `redis://127.0.0.1:${proxy?.port ?? server.port}`,
      vacancyMs: REAL_VACANCY_MS,
      timeoutMs: how.timeoutMs ?? 2_000,
    };
    const backends = (how.clocks ?? [0, 0]).map((ms) =>
      redis({ ...options, clock: skewed(systemClock, ms) }),
    );
    const workers = new Workers(clock, options, seed);
    return {
      setup: realTimeSetup(backends, clock, {
        thinkMs: work && 8,
        inflict:
          work &&
          (async (context) => ({
            losses: await work({ server, proxy, workers }, context),
            calls: workers.calls,
          })),
      }),
      async close() {
        for (const backend of backends) await backend.close?.();
        await proxy?.stop();
        await server.stop();
      },
    };
  };
}
