import type { Backend } from '../../cache/contract.ts';
import type { Promises } from '../history/promises.ts';
import type { Arena } from '../history/run.ts';
import { pause } from './pause.ts';
import type { SteadyClock } from './steady-clock.ts';

const TURN_MS = 25;
const PATIENCE_MS = 60_000;

/** How long a vacancy lives in a history that takes real time. */
export const LIVE_VACANCY_MS = 60;

/** How far the clocks of a machine's processes, or of a server on it, may be apart. */
export const LIVE_SKEW_MS = 20;

/** An arena whose time is real, for stores that other processes take part in. */
export function liveArena(
  backends: readonly Backend[],
  clock: SteadyClock,
  more: Partial<Promises> & Pick<Arena, 'thinkMs' | 'disturb'>,
): Arena {
  const { thinkMs, disturb, ...promises } = more;
  return {
    backends,
    clock,
    position: clock.position,
    promises: {
      ordered: true,
      rendezvous: true,
      vacancyMs: LIVE_VACANCY_MS,
      skewMs: LIVE_SKEW_MS,
      mayFail: disturb !== undefined,
      ...promises,
    },
    turn: () => pause(TURN_MS),
    rest() {},
    patience: PATIENCE_MS / TURN_MS,
    thinkMs,
    disturb,
  };
}
