import type { RunRequest } from './execute.ts';
import type { Outcome, RunEvent } from './model.ts';

/** Where a page finds the guest's transpilation. */
export interface GuestFiles {
  /** The folder's address, with a slash at its end. */
  base: string;
  glue: { jspi: string; sync: string };
  cores: string[];
}

/** What a page says to its worker. */
export type ToWorker =
  | { type: 'load'; files: GuestFiles }
  | { type: 'run'; request: RunRequest }
  | { type: 'advance'; ms: number }
  | { type: 'ping' };

/** What the worker says to its page. */
export type FromWorker =
  | { type: 'loaded'; suspends: boolean }
  | { type: 'failed'; message: string }
  /** `skipped`: calls that were not passed on because there were too many; `now`: the run's clock. */
  | { type: 'events'; events: RunEvent[]; skipped: number; now: number }
  | { type: 'end'; outcome: Outcome; ms: number }
  | { type: 'pong' };
