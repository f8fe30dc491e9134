import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlite } from '../../cache/backends/sqlite.ts';
import { manualSetup, sleepingSetup } from '../history/manual-setup.ts';
import type { FaultContext } from '../history/run.ts';
import { leftovers } from './leftovers.ts';
import { pause } from './pause.ts';
import { REAL_VACANCY_MS, realTimeSetup } from './real-time-setup.ts';
import type { Fault, OpenSetup } from './setups.ts';
import { skewed } from './skewed.ts';
import { steadyClock } from './steady-clock.ts';
import { Workers } from './workers.ts';

/** Two connections to one file, in one process. */
export async function sqliteSetup(): Promise<OpenSetup> {
  return onFile(async (path) =>
    manualSetup((clock, vacancyMs) => [1, 2].map(() => sqlite({ path, clock, vacancyMs })), {
      ordered: true,
      exclusive: true,
    }),
  );
}

const SKEW_MS = 20;

export const sqliteUnder: Partial<Record<Fault, (seed: number) => Promise<OpenSetup>>> = {
  /** The clocks of three connections are apart. */
  'clock-skew': () =>
    onFile(async (path) => {
      const setup = manualSetup(
        (clock, vacancyMs) =>
          [-SKEW_MS, 0, SKEW_MS].map((ms) => sqlite({ path, clock: skewed(clock, ms), vacancyMs })),
        { ordered: true, exclusive: true },
      );
      return { ...setup, promises: { ...setup.promises, skewMs: 2 * SKEW_MS } };
    }),

  /** The machine sleeps now and then. */
  suspend: () =>
    onFile(async (path) =>
      sleepingSetup((clock, vacancyMs) => [1, 2].map(() => sqlite({ path, clock, vacancyMs })), {
        ordered: true,
        exclusive: true,
      }),
    ),

  /** Other processes write to the file and are killed in the middle of it. */
  kill: (seed) =>
    withWorkers(seed, async (workers, { isOver }) => {
      do {
        const two = await Promise.all([workers.start(), workers.start()]);
        await pause(100);
        await Promise.all(two.map((worker) => worker.kill()));
      } while (!isOver());
    }),

  /** Another process stops for a while, perhaps while it holds the lock. */
  pause: (seed) =>
    withWorkers(seed, async (workers, { isOver }) => {
      const worker = await workers.start({ thinkMs: 0 });
      do {
        await pause(50);
        worker.pause();
        await pause(300);
        worker.resume();
      } while (!isOver());
      await worker.kill();
    }),

  /** Other processes take a vacancy and are killed. */
  'lease-holder': (seed) =>
    withWorkers(seed, async (workers, { isOver }) => {
      do {
        const worker = await workers.start({ holds: true });
        await worker.kill();
      } while (!isOver());
    }),
};

async function withWorkers(
  seed: number,
  work: (workers: Workers, context: FaultContext) => Promise<void>,
): Promise<OpenSetup> {
  return onFile(async (path) => {
    const clock = steadyClock();
    const store = { path, vacancyMs: REAL_VACANCY_MS, busyMs: 100 };
    const workers = new Workers(clock, store, seed);
    return realTimeSetup([sqlite(store), sqlite(store)], clock, {
      thinkMs: 8,
      async inflict(context) {
        await work(workers, context);
        return { losses: [], calls: workers.calls };
      },
    });
  });
}

async function onFile(open: (path: string) => Promise<OpenSetup['setup']>): Promise<OpenSetup> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-history-'));
  leftovers().folders.add(folder);
  const setup = await open(join(folder, 'cache.db'));
  return {
    setup,
    async close() {
      for (const backend of setup.backends) await backend.close?.();
      await rm(folder, { recursive: true, force: true });
      leftovers().folders.delete(folder);
    },
  };
}
