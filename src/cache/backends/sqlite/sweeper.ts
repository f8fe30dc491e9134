import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import type { Bodies } from './bodies.ts';
import { transaction } from './database.ts';
import type { Entries } from './entries.ts';
import type { Vacancies } from './vacancies.ts';

export interface Sweeper {
  /** Removes a few of what is past its time; inside a transaction that writes anyway. */
  step(): void;
  /** Sees to it that the rest is removed in between the calls. */
  schedule(): void;
  stop(): void;
}

/** How many rows a call removes on its way, and how many parts, which are large. */
const ROWS = 16;
const PARTS = 4;

/** In between the calls: this many times as much at once, with this pause before more of it and before looking again. */
const TIMES = 8;
const PAUSE_MS = 10;
const IDLE_MS = 1_000;
const LONGEST_MS = 3_600_000;

/** Keeps the file free of what nobody can read any more, in steps that are too small to notice. */
export function sweeper(
  db: DatabaseSync,
  clock: Clock,
  entries: Entries,
  bodies: Bodies,
  vacancies: Vacancies,
): Sweeper {
  let cancel: (() => void) | undefined;
  let due = 0;
  let stopped = false;

  function step(times = 1): boolean {
    const swept = entries.sweep(ROWS * times) + vacancies.sweep(ROWS * times) + bodies.sweep(PARTS * times);
    return swept > 0;
  }

  function run(): void {
    cancel = undefined;
    if (stopped) return;
    let more = true;
    try {
      more = transaction(db, () => {
        entries.flushUses();
        return step(TIMES) || entries.evict() > 0;
      });
    } catch {
      // Another process has the lock; later will do.
    }
    const next = more ? 0 : entries.nextExpiry();
    if (next !== undefined) arm(more ? PAUSE_MS : Math.max(IDLE_MS, next - clock.now()));
  }

  function arm(ms: number): void {
    const wait = Math.min(ms, LONGEST_MS);
    cancel?.();
    cancel = clock.after(wait, run);
    due = clock.now() + wait;
  }

  return {
    step: () => void step(),
    schedule() {
      if (!cancel || due > clock.now() + IDLE_MS) arm(IDLE_MS);
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
