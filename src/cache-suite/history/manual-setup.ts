import { type Clock, type ManualClock, machineClock, manualClock } from '../../cache/clock.ts';
import type { Backend } from '../../cache/contract.ts';
import type { Promises } from './promises.ts';
import type { Setup } from './run.ts';

/** How long a vacancy lives in a history whose time is made: short, so that many run out. */
export const MANUAL_VACANCY_MS = 30;

/**
 * A setup whose clock moves only as the history goes on, so that a store which answers at once shows the same history
 * for the same seed.
 */
export function manualSetup(
  open: (clock: ManualClock, vacancyMs: number) => readonly Backend[],
  promises: Pick<Promises, 'ordered' | 'exclusive'>,
): Setup {
  const clock = manualClock(1_700_000_000_000);
  let steps = 0;
  return {
    backends: open(clock, MANUAL_VACANCY_MS),
    clock,
    promises: { ...promises, vacancyMs: MANUAL_VACANCY_MS, skewMs: 0, mayFail: false },
    turn: () => new Promise((resume) => setTimeout(resume, 0)),
    rest: () => clock.advance(3),
    pass() {
      steps += 1;
      if (steps % 8 === 0) clock.advance(1);
    },
    patience: 300,
  };
}

/** How often the machine goes to sleep, in steps of the history, and for how long. */
const AWAKE_STEPS = 150;
const ASLEEP_MS = 40;

/**
 * The same on a machine that sleeps now and then: the time of day goes on meanwhile, and the steady time of its
 * processes does not.
 */
export function sleepingSetup(
  open: (clock: Clock, vacancyMs: number) => readonly Backend[],
  promises: Pick<Promises, 'ordered' | 'exclusive'>,
): Setup {
  let slept = 0;
  let steps = 0;
  let wall = () => 0;
  const setup = manualSetup((steady, vacancyMs) => {
    wall = () => steady.now() + slept;
    const { now } = machineClock({ wall, steady: steady.now });
    return open({ now, after: steady.after }, vacancyMs);
  }, promises);
  return {
    ...setup,
    clock: { now: () => wall(), after: setup.clock.after },
    pass() {
      setup.pass?.();
      steps += 1;
      if (steps % AWAKE_STEPS === 0) slept += ASLEEP_MS;
    },
  };
}
