import { type Backend, type Clock, systemClock } from '../cache/index.ts';
import { virtualClock } from './clock.ts';
import type { Outcome, RunEvent } from './model.ts';
import type { Program } from './program.ts';
import { pause, run, skipWaits } from './run.ts';
import { type RunnableWorld, world } from './worlds/index.ts';
import { turn } from './worlds/world.ts';

/**
 * Whose time the run goes by. `skip`: a clock of its own that leaps to the next timer when all guests wait;
 * `stopped`: one that only `clock.advance` and `RunControl.advance` move; `real`: the machine's.
 */
export type ClockMode = 'skip' | 'stopped' | 'real';

/** What a worker is asked to run. */
export interface RunRequest {
  world: RunnableWorld;
  /** One after another; the evaluator is called with sources. */
  calls: readonly unknown[];
  host: string;
  /** For hosts that draw lots. */
  seed?: number;
  /** How many guests each call has; 1 unless told. */
  guests?: number;
  clock: ClockMode;
}

/** What a place that runs examples, Node or a page, has to bring. */
export interface Workplace {
  program: Program;
  openBackend(request: RunRequest, clock: Clock): Backend | Promise<Backend>;
}

/** What may be done to a run from outside. */
export interface RunControl {
  /** Moves the run's own clock; nothing happens under `real`. */
  advance(ms: number): void;
  /** The time by the run's clock. */
  now(): number;
}

/** Runs a request on a fresh backend. */
export function execute(
  request: RunRequest,
  { program, openBackend }: Workplace,
  emit: (event: RunEvent) => void,
): { control: RunControl; outcome: Promise<Outcome> } {
  const own = request.clock === 'real' ? undefined : virtualClock();
  const clock = own ?? systemClock;
  const advance = own && ((ms: number) => own.advance(ms));
  const phase = { running: false };
  const outcome = (async () => {
    const backend = await openBackend(request, clock);
    try {
      const running = run({
        program,
        world: world(request.world),
        calls: request.calls,
        backend,
        clock,
        advance,
        guests: request.guests ?? 1,
        emit,
        phase,
      });
      return await (own && request.clock === 'skip'
        ? skipWaits(own, phase, running, request.world === 'async-evaluator' ? pause : turn)
        : running);
    } finally {
      await backend.close?.();
    }
  })();
  return { control: { advance: (ms) => advance?.(ms), now: clock.now }, outcome };
}
