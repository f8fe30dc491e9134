import type { Clock } from '../cache/index.ts';

/** A clock that stands still until it is moved, and knows when its next timer is due. */
export interface VirtualClock extends Clock {
  /** Moves on, and wakes on the way, in order, all whose time has come. */
  advance(ms: number): void;
  /** Moves to the next timer and wakes it. False when there is none. */
  jump(): boolean;
}

/** The instant at which every run with a clock of its own begins: the meeting that was shown the interface. */
export const RUN_STARTS_AT: number = Date.UTC(2023, 6, 13, 16, 0, 0);

export function virtualClock(start = RUN_STARTS_AT): VirtualClock {
  let now = start;
  const timers = new Set<{ at: number; wake: () => void }>();
  const due = () => Math.min(Infinity, ...[...timers].map(({ at }) => at));
  const wakeAll = (at: number) => {
    now = Math.max(now, at);
    for (const timer of [...timers]) {
      if (timer.at <= now && timers.delete(timer)) timer.wake();
    }
  };
  return {
    now: () => now,
    after(ms, wake) {
      const timer = { at: now + ms, wake };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (let next = due(); next <= end; next = due()) wakeAll(next);
      now = end;
    },
    jump() {
      const next = due();
      if (next === Infinity) return false;
      wakeAll(next);
      return true;
    },
  };
}
