import { type Clock, systemClock } from '../../cache/clock.ts';

/** The clock that all processes of this machine share, and positions on it that are never the same twice. */
export interface SteadyClock extends Clock {
  /** Nanoseconds since `base`. */
  position(): number;
  /** For the other processes, to count from the same moment. */
  base: string;
}

export function steadyClock(base = `${process.hrtime.bigint()}`): SteadyClock {
  const start = BigInt(base);
  let last = 0;
  return {
    base,
    now: () => Number(process.hrtime.bigint() - start) / 1e6,
    after: systemClock.after,
    position() {
      last = Math.max(last + 1, Number(process.hrtime.bigint() - start));
      return last;
    },
  };
}
