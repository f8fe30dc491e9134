import { memory } from '../../cache/backends/memory.ts';
import { noop } from '../../cache/backends/noop.ts';
import { weakest } from '../../cache/backends/weakest.ts';
import type { Arena } from '../history/run.ts';
import { stillArena } from '../history/still-arena.ts';
import { redisArena, redisUnder } from './redis-arenas.ts';
import { sqliteArena, sqliteUnder } from './sqlite-arenas.ts';

/** What can be broken while a history is recorded. */
export const FAULTS = ['none', 'kill', 'pause', 'latency', 'clock-skew', 'lease-holder'] as const;
export type Fault = (typeof FAULTS)[number];

/** An arena, and how to clear it away. */
export interface OpenArena {
  arena: Arena;
  close(): Promise<void>;
}

/** `redisUrl` names the server to use where nothing is broken; a fault is inflicted on one of its own. */
type Opener = (seed: number, redisUrl?: string) => Promise<OpenArena>;

const inProcess = (arena: Arena): OpenArena => ({ arena, close: async () => {} });

const strict = { ordered: true, rendezvous: true };

/** For each host the faults that can befall it. A store inside the process has neither server nor other processes. */
export const ARENAS: Record<string, Partial<Record<Fault, Opener>>> = {
  noop: {
    none: async () => inProcess(stillArena(() => [noop()], { ordered: true, rendezvous: false })),
  },
  memory: {
    none: async () => inProcess(stillArena((clock, vacancyMs) => [memory({ clock, vacancyMs })], strict)),
  },
  weakest: {
    none: async (seed) =>
      inProcess(
        stillArena((clock, vacancyMs) => [weakest({ clock, vacancyMs, seed })], {
          ordered: false,
          rendezvous: false,
        }),
      ),
  },
  sqlite: { none: sqliteArena, ...sqliteUnder },
  redis: { none: redisArena, ...redisUnder },
};
