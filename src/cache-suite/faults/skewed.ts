import type { Clock } from '../../cache/clock.ts';

/** The same clock, but wrong by so many milliseconds. */
export function skewed(clock: Clock, ms: number): Clock {
  return { now: () => clock.now() + ms, after: clock.after };
}
