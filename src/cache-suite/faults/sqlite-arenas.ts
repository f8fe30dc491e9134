import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlite } from '../../cache/backends/sqlite.ts';
import type { Scene } from '../history/run.ts';
import { stillArena } from '../history/still-arena.ts';
import type { Fault, OpenArena } from './arenas.ts';
import { leftovers } from './leftovers.ts';
import { LIVE_VACANCY_MS, liveArena } from './live-arena.ts';
import { pause } from './pause.ts';
import { skewed } from './skewed.ts';
import { steadyClock } from './steady-clock.ts';
import { Workers } from './workers.ts';

/** Two connections to one file, in one process. */
export async function sqliteArena(): Promise<OpenArena> {
  return onFile(async (path) =>
    stillArena((clock, vacancyMs) => [1, 2].map(() => sqlite({ path, clock, vacancyMs })), {
      ordered: true,
      rendezvous: true,
    }),
  );
}

const SKEW_MS = 20;

export const sqliteUnder: Partial<Record<Fault, (seed: number) => Promise<OpenArena>>> = {
  /** The clocks of three connections are apart. */
  'clock-skew': () =>
    onFile(async (path) => {
      const arena = stillArena(
        (clock, vacancyMs) =>
          [-SKEW_MS, 0, SKEW_MS].map((ms) => sqlite({ path, clock: skewed(clock, ms), vacancyMs })),
        { ordered: true, rendezvous: true },
      );
      return { ...arena, promises: { ...arena.promises, skewMs: 2 * SKEW_MS } };
    }),

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
  work: (workers: Workers, scene: Scene) => Promise<void>,
): Promise<OpenArena> {
  return onFile(async (path) => {
    const clock = steadyClock();
    const store = { path, vacancyMs: LIVE_VACANCY_MS, busyMs: 100 };
    const workers = new Workers(clock, store, seed);
    return liveArena([sqlite(store), sqlite(store)], clock, {
      thinkMs: 8,
      async disturb(scene) {
        await work(workers, scene);
        return { losses: [], calls: workers.calls };
      },
    });
  });
}

async function onFile(open: (path: string) => Promise<OpenArena['arena']>): Promise<OpenArena> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-history-'));
  leftovers().folders.add(folder);
  const arena = await open(join(folder, 'cache.db'));
  return {
    arena,
    async close() {
      for (const backend of arena.backends) await backend.close?.();
      await rm(folder, { recursive: true, force: true });
      leftovers().folders.delete(folder);
    },
  };
}
