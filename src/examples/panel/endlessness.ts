import type { ClockMode } from '../execute.ts';
import type { RunEvent } from '../model.ts';

/** Watches a run, and says when it must be one that does not stop. All times are milliseconds of the page's clock. */
export interface Watch {
  /** The worker was asked for a sign of life; this happens every 250 ms. */
  asked(): void;
  /** The worker has sent anything at all: it is not stuck in a guest. */
  heard(): void;
  saw(events: readonly RunEvent[], clock: ClockMode, now: number): void;
  /** For how many seconds it has run, when that is enough; undefined while it may go on. */
  verdict(now: number): number | undefined;
}

/**
 * A guest that keeps its thread busy for so many questions, 1.5 seconds, is in a loop. Questions are counted rather
 * than time, so that a page which was asleep itself does not blame the guest.
 */
const UNANSWERED = 6;
/** So is one that has made so many calls in that time; an example makes some hundreds. */
const MANY_CALLS = 3000;
const MANY_CALLS_MS = 1500;
/** With a clock of its own, a run never waits for anything but itself, and the slowest machine is done by then. */
const LONGEST_MS = 15_000;

export function endlessness(): Watch {
  let started: number | undefined;
  let unanswered = 0;
  let calls = 0;
  let waits = false;
  return {
    asked() {
      if (started !== undefined) unanswered++;
    },
    heard() {
      unanswered = 0;
    },
    saw(events, clock, now) {
      if (events.some(({ type }) => type === 'started')) started ??= now;
      calls += events.filter(({ type }) => type === 'call').length;
      waits = clock !== 'skip';
    },
    verdict(now) {
      if (started === undefined) return undefined;
      const ran = now - started;
      const endless =
        unanswered >= UNANSWERED ||
        (!waits && ran > MANY_CALLS_MS && calls > MANY_CALLS) ||
        (!waits && ran > LONGEST_MS);
      return endless ? ran / 1000 : undefined;
    },
  };
}
