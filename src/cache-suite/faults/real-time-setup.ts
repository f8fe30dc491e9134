import type { Backend } from '../../cache/contract.ts';
import type { Promises } from '../history/promises.ts';
import type { Setup } from '../history/run.ts';
import { pause } from './pause.ts';
import type { SteadyClock } from './steady-clock.ts';

const TURN_MS = 25;
const PATIENCE_MS = 60_000;

/** How long a vacancy lives in a history that takes real time. */
export const REAL_VACANCY_MS = 60;

/** How far the clocks of a machine's processes, or of a server on it, may be apart. */
export const REAL_SKEW_MS = 20;

/** A setup whose time is real, for stores that other processes take part in. */
export function realTimeSetup(
  backends: readonly Backend[],
  clock: SteadyClock,
  more: Partial<Promises> & Pick<Setup, 'thinkMs' | 'inflict'>,
): Setup {
  const { thinkMs, inflict, ...promises } = more;
  return {
    backends,
    clock,
    position: clock.position,
    promises: {
      ordered: true,
      exclusive: true,
      vacancyMs: REAL_VACANCY_MS,
      skewMs: REAL_SKEW_MS,
      mayFail: inflict !== undefined,
      ...promises,
    },
    turn: () => pause(TURN_MS),
    rest() {},
    patience: PATIENCE_MS / TURN_MS,
    thinkMs,
    inflict,
  };
}
