import type { Clock } from '../../clock.ts';
import type { Store } from './store.ts';

export interface Sweeper {
  /** Removes a few of what is past its time; inside a transaction that writes anyway. */
  step(store: Store): void;
  /** Sees to it that the rest is removed in between the calls. */
  schedule(): void;
  stop(): void;
}

/** One call in so many removes up to so many rows on its way, and parts, which are large. */
const EVERY = 16;
const ROWS = 64;
const PARTS = 4;

/** In between the calls: the pause before the next step, before looking again, and the longest one. */
const PAUSE_MS = 10;
const IDLE_MS = 1_000;
const LONGEST_MS = 3_600_000;

/** Keeps the file free of what nobody can read any more, in steps that are too small to notice. */
export function sweeper(clock: Clock, writeNow: <T>(work: (store: Store) => T) => T): Sweeper {
  let cancel: (() => void) | undefined;
  let due = 0;
  let stopped = false;

  let calls = 0;

  const step = ({ entries, vacancies, bodies }: Store) =>
    entries.sweep(ROWS) + vacancies.sweep(ROWS) + bodies.sweep(PARTS) > 0;

  function run(): void {
    cancel = undefined;
    if (stopped) return;
    try {
      const { more, next } = writeNow((store) => {
        const { entries, vacancies, bodies } = store;
        entries.flushUses();
        const more = step(store) || entries.evict() > 0;
        return { more, next: Math.min(entries.nextExpiry(), vacancies.nextExpiry(), bodies.nextExpiry()) };
      });
      if (more) arm(PAUSE_MS);
      else if (next < Number.POSITIVE_INFINITY) arm(Math.max(IDLE_MS, next - clock.now()));
    } catch {
      // Another process has the lock, or the disk is full: nobody waits for this, and later will do.
      arm(IDLE_MS);
    }
  }

  function arm(ms: number): void {
    const wait = Math.min(ms, LONGEST_MS);
    cancel?.();
    cancel = clock.after(wait, run);
    due = clock.now() + wait;
  }

  arm(IDLE_MS);
  return {
    step(store) {
      calls += 1;
      if (calls % EVERY === 0) step(store);
    },
    schedule() {
      if (!cancel || due > clock.now() + IDLE_MS) arm(IDLE_MS);
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
