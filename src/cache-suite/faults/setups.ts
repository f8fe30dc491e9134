import { memory } from '../../cache/backends/memory.ts';
import { noop } from '../../cache/backends/noop.ts';
import { weakest } from '../../cache/backends/weakest.ts';
import { manualSetup, sleepingSetup } from '../history/manual-setup.ts';
import type { Setup } from '../history/run.ts';
import { redisFailovers } from './failovers.ts';
import { redisSetup, redisUnder } from './redis-setups.ts';
import { sqliteSetup, sqliteUnder } from './sqlite-setups.ts';

/** What can be broken while a history is recorded. */
export const FAULTS = [
  'none',
  'kill',
  'pause',
  'latency',
  'clock-skew',
  'lease-holder',
  'suspend',
  'failover',
  'readonly',
  'sentinel',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A setup, and how to clear it away. */
export interface OpenSetup {
  setup: Setup;
  close(): Promise<void>;
}

/** `redisUrl` names the server to use where nothing is broken; a fault is inflicted on one of its own. */
type Opener = (seed: number, redisUrl?: string) => Promise<OpenSetup>;

const inProcess = (setup: Setup): OpenSetup => ({ setup, close: async () => {} });

const strict = { ordered: true, exclusive: true };

/** For each host the faults that can befall it. A store inside the process has neither server nor other processes. */
export const SETUPS: Record<string, Partial<Record<Fault, Opener>>> = {
  noop: {
    none: async () => inProcess(manualSetup(() => [noop()], { ordered: true, exclusive: false })),
  },
  memory: {
    none: async () => inProcess(manualSetup((clock, vacancyMs) => [memory({ clock, vacancyMs })], strict)),
    suspend: async () =>
      inProcess(sleepingSetup((clock, vacancyMs) => [memory({ clock, vacancyMs })], strict)),
  },
  weakest: {
    none: async (seed) =>
      inProcess(
        manualSetup((clock, vacancyMs) => [weakest({ clock, vacancyMs, seed })], {
          ordered: false,
          exclusive: false,
        }),
      ),
  },
  sqlite: { none: sqliteSetup, ...sqliteUnder },
  redis: { none: redisSetup, ...redisUnder, ...redisFailovers },
};
