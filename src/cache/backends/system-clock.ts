import type { Clock } from '../clock.ts';

const ORIGIN = performance.timeOrigin;

/** The machine's clock, steady within a process. */
export const systemClock: Clock = {
  now: () => ORIGIN + performance.now(),
  after(ms, wake, holds = false) {
    const timer: unknown = setTimeout(wake, ms);
    // Node's timers are objects that can be detached from the process; a browser's are numbers.
    if (!holds && typeof timer === 'object' && timer !== null && 'unref' in timer)
      (timer as NodeJS.Timeout).unref();
    return () => clearTimeout(timer as NodeJS.Timeout);
  },
};
