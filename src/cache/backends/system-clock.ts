import type { Clock } from '../clock.ts';

/** The most that a timer takes; beyond it engines call back at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Where a machine's clock gets its time from, in milliseconds. */
export interface TimeSources {
  /** The time of day: it goes on while the machine sleeps, and may be set. */
  wall(): number;
  /** Time since some moment: never set, and it may stand still while the machine sleeps. */
  steady(): number;
}

/**
 * A clock that never goes back and is never behind the time of day. Where the time of day is set back, or stands still
 * for a moment, the steady time carries it on; where it leaps, as after a sleep, the clock leaps with it.
 */
export function machineClock({ wall, steady }: TimeSources): Clock {
  let offset = wall() - steady();
  return {
    now() {
      const since = steady();
      const ahead = wall() - since;
      if (ahead > offset) offset = ahead;
      return since + offset;
    },
    after(ms, wake, holds = false) {
      let timer: ReturnType<typeof setTimeout>;
      const arm = (left: number) => {
        const step = Math.min(left, LONGEST_TIMER_MS);
        timer = setTimeout(() => (left > step ? arm(left - step) : wake()), step);
        // Node's timers are objects that can be detached from the process; a browser's are numbers.
        if (!holds && typeof timer === 'object') timer.unref();
      };
      arm(ms);
      return () => clearTimeout(timer);
    },
  };
}

/** The machine's clock. */
export const systemClock: Clock = machineClock({ wall: () => Date.now(), steady: () => performance.now() });
