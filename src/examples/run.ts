import { asyncCacheHost, type Backend, type Clock, cacheHost } from '../cache/index.ts';
import type { VirtualClock } from './clock.ts';
import { explainTrap } from './explain-trap.ts';
import type { Outcome, RunEvent } from './model.ts';
import type { Program } from './program.ts';
import { standIn } from './stand-in.ts';
import { wasi } from './wasi.ts';
import { isFailure, turn, type World } from './worlds/world.ts';

/** What to run, and on what. */
export interface RunOptions {
  program: Program;
  world: World<unknown>;
  /** One after another, each with guests of its own. */
  calls: readonly unknown[];
  /** How many guests are called at the same time. */
  guests: number;
  backend: Backend;
  /** The backend's own clock. */
  clock: Clock;
  /** How `clock.advance` moves that clock; without it the guest waits. */
  advance?: (ms: number) => void;
  emit: (event: RunEvent) => void;
  phase: Phase;
}

/** Whether guests are at work just now, or being made ready. */
export interface Phase {
  running: boolean;
}

/** What a run may print before it is ended. */
export const MOST_LINES = 10_000;
export const MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Runs every call in fresh guests on one backend; ends with the last, or after the first that fails. */
export async function run({ calls, guests, ...options }: RunOptions): Promise<Outcome> {
  const count = { lines: 0, bytes: 0 };
  for (const [at, call] of calls.entries()) {
    const first = at * guests + 1;
    const started = await Promise.all(
      Array.from({ length: guests }, (_, index) => start(options, call, first + index, count)),
    );
    if (at === 0) options.emit({ type: 'started' });
    options.phase.running = true;
    const outcomes = await Promise.all(started.map((guest) => guest()));
    options.phase.running = false;
    const failed = outcomes.find(({ kind }) => kind !== 'finished');
    if (failed) return failed;
  }
  return { kind: 'finished' };
}

/** A guest that is ready to go: none of a call begins before all are there. */
async function start(
  { program, world, backend, clock, advance, emit }: Omit<RunOptions, 'calls' | 'guests' | 'phase'>,
  call: unknown,
  guest: number,
  count: { lines: number; bytes: number },
): Promise<() => Promise<Outcome>> {
  let stderr = '';
  const { suspends } = program;
  const host = cacheHost({ backend, clock, suspends, trace: (call) => emit({ type: 'call', guest, call }) });
  const draft = asyncCacheHost({ backend, clock, trace: (call) => emit({ type: 'call', guest, call }) });
  const prepared = world(
    {
      cache: host.imports,
      clock,
      advance,
      suspends,
      print(text) {
        if (count.lines++ === MOST_LINES) end(`Ended: the run printed more than ${MOST_LINES} lines.`);
        count.bytes += new TextEncoder().encode(text).length + 1;
        if (count.bytes > MOST_OUTPUT_BYTES)
          end(`Ended: the run printed more than ${MOST_OUTPUT_BYTES} bytes.`);
        emit({ type: 'line', guest, text });
      },
      trace(interfaceName, operation, args, from) {
        const call = {
          id: 0,
          interface: interfaceName,
          operation,
          args,
          result: undefined,
          from,
          to: clock.now(),
        };
        emit({ type: 'call', guest, call });
      },
      end,
    },
    call,
  );
  const instance = await program.instantiate({
    ...wasi({
      streams: host.imports['wasi:io/streams'],
      now: clock.now,
      onStderr: (text) => {
        stderr += text;
      },
    }),
    ...host.imports,
    ...standIn(draft.imports['witness:async-cache/cache']),
    ...prepared.imports,
  });
  return async () => {
    try {
      await prepared.run(instance);
      return { kind: 'finished' };
    } catch (error) {
      return outcomeOf(error, guest, stderr);
    } finally {
      host.close();
      draft.close();
    }
  };
}

class RunEnded extends Error {}

function end(message: string): never {
  throw new RunEnded(message);
}

/** The guest's `failure` arrives as the payload of jco's error; everything else is a trap. */
function outcomeOf(error: unknown, guest: number, stderr: string): Outcome {
  if (error instanceof RunEnded) return { kind: 'stopped', message: error.message };
  if (isFailure(error) && isPlaced(error.payload)) return { kind: 'error', guest, ...error.payload };
  return { kind: 'trap', guest, message: explainTrap(error, stderr) };
}

function isPlaced(payload: unknown): payload is { message: string; line?: number; column?: number } {
  return typeof payload === 'object' && payload !== null && 'message' in payload;
}

/**
 * Moves a clock from timer to timer while a run waits, until it ends: when this gets a turn, every guest is
 * suspended, and after a second turn without an answer only time can wake one. Where no timer is left either, the
 * outcome is that the run is stuck.
 */
export async function skipWaits(
  clock: VirtualClock,
  phase: Phase,
  running: Promise<Outcome>,
  rest: () => Promise<void> = turn,
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  let idle = 0;
  const ended = running.then((value) => {
    outcome = value;
  });
  while (!outcome && idle < IDLE_TURNS) {
    await Promise.race([ended, rest()]);
    if (!outcome) await Promise.race([ended, rest()]);
    if (!outcome && phase.running) idle = clock.jump() ? 0 : idle + 1;
  }
  return outcome ?? { kind: 'stopped', message: STUCK };
}

/** A rest long enough for jco's loop of tasks, which goes by timers, to come round. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}

/** Generous: a backend that answers without a timer does so within a turn or two. */
const IDLE_TURNS = 200;
const STUCK =
  'Ended: the guest waits for something that cannot come any more, such as a value whose body is never written.';
