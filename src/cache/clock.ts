export { machineClock, systemClock, type TimeSources } from './backends/system-clock.ts';

/** Where a backend and a host take their time from. */
export interface Clock {
  /** Milliseconds since 1970, or since whatever a test likes. Never goes back. */
  now(): number;
  /**
   * Calls `wake` once, `ms` milliseconds from now, unless the function it returns is called first.
   * @param holds whether the process has to stay alive for it: somebody waits.
   */
  after(ms: number, wake: () => void, holds?: boolean): () => void;
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on, and wakes on the way, in order, all whose time has come. */
  advance(ms: number): void;
}

/** A clock for tests and for readers who want to watch time pass. */
export function manualClock(start = 0): ManualClock {
  let now = start;
  const timers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    after(ms, wake) {
      const timer = { at: now + ms, wake };
      const later = timers.findIndex(({ at }) => at > timer.at);
      timers.splice(later < 0 ? timers.length : later, 0, timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (let next = timers[0]; next && next.at <= end; next = timers[0]) {
        timers.shift();
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
}
