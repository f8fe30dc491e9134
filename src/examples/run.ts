import { type Backend, type Clock, cacheHost } from '../cache/index.ts';
import type { VirtualClock } from './clock.ts';
import { explainTrap } from './explain-trap.ts';
import type { Outcome, RunEvent } from './model.ts';
import type { Program } from './program.ts';
import { wasi } from './wasi.ts';

/** What to run, and on what. */
export interface RunOptions {
  program: Program;
  source: string;
  backend: Backend;
  /** The backend's own clock. */
  clock: Clock;
  /** How `clock.advance` moves that clock; without it the guest waits. */
  advance?: (ms: number) => void;
  /** How many guests run the source at the same time, on one cache. Default 1. */
  guests?: number;
  emit: (event: RunEvent) => void;
}

/** What a run may print before it is ended. */
export const MOST_LINES = 2000;

/** Runs one source in so many guests on one backend; ends when all have ended, with the first failure if any. */
export async function run({ guests = 1, ...options }: RunOptions): Promise<Outcome> {
  const count = { lines: 0 };
  const started = await Promise.all(Array.from({ length: guests }, (_, at) => start(options, at + 1, count)));
  options.emit({ type: 'started' });
  const outcomes = await Promise.all(started.map((guest) => guest()));
  return outcomes.find(({ kind }) => kind !== 'finished') ?? { kind: 'finished' };
}

/** A guest that is ready to go: none begins before all are there. */
async function start(
  { program, source, backend, clock, advance, emit }: Omit<RunOptions, 'guests'>,
  guest: number,
  count: { lines: number },
): Promise<() => Promise<Outcome>> {
  let stderr = '';
  const host = cacheHost({
    backend,
    clock,
    suspends: program.suspends,
    trace: (call) => emit({ type: 'call', guest, call }),
  });
  const ours = (name: string, operation: string, arg: string | number, from: number) =>
    emit({
      type: 'call',
      guest,
      call: {
        id: 0,
        interface: `witness:example/${name}`,
        operation,
        args: [arg],
        result: undefined,
        from,
        to: clock.now(),
      },
    });
  const instance = await program.instantiate({
    ...wasi({
      streams: host.imports['wasi:io/streams'],
      now: clock.now,
      onStderr: (text) => {
        stderr += text;
      },
    }),
    ...host.imports,
    'witness:example/output': {
      print(line: string) {
        if (count.lines++ === MOST_LINES)
          throw new RunEnded(`The run was ended: it printed more than ${MOST_LINES} lines.`);
        emit({ type: 'line', guest, text: line });
        ours('output', 'print', line, clock.now());
      },
    },
    'witness:example/clock': {
      now: () => clock.now(),
      advance(ms: number) {
        const from = clock.now();
        const moved = () => ours('clock', 'advance', ms, from);
        if (!program.suspends) {
          if (!advance) throw new RunEnded('This engine cannot wait for a clock that is not ours.');
          advance(ms);
          return moved();
        }
        // The other guests get their turn first, as they would while this one computes.
        return (
          advance ? turn().then(() => advance(ms)) : new Promise<void>((wake) => clock.after(ms, wake))
        ).then(moved);
      },
    },
  });
  return async () => {
    try {
      await instance.run(source);
      return { kind: 'finished' };
    } catch (error) {
      return outcomeOf(error, guest, stderr);
    } finally {
      await host.close();
    }
  };
}

class RunEnded extends Error {}

/** The guest's `failure` arrives as the payload of jco's error; everything else is a trap. */
function outcomeOf(error: unknown, guest: number, stderr: string): Outcome {
  if (error instanceof RunEnded) return { kind: 'stopped', message: error.message };
  const payload = error instanceof Error && 'payload' in error ? error.payload : undefined;
  if (typeof payload === 'object' && payload !== null && 'message' in payload) {
    const { message, line, column } = payload as { message: string; line?: number; column?: number };
    return {
      kind: 'error',
      guest,
      message,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  }
  return { kind: 'trap', guest, message: explainTrap(error, stderr) };
}

/**
 * Moves a clock from timer to timer while a run waits, until it ends: when this gets a turn, every guest is
 * suspended, and after a second turn without an answer only time can wake one. Where no timer is left either, the
 * outcome is that the run is stuck.
 */
export async function skipWaits(clock: VirtualClock, running: Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome | undefined;
  let idle = 0;
  const ended = running.then((value) => {
    outcome = value;
  });
  while (!outcome && idle < IDLE_TURNS) {
    await Promise.race([ended, turn()]);
    if (!outcome) await Promise.race([ended, turn()]);
    if (!outcome) idle = clock.jump() ? 0 : idle + 1;
  }
  return outcome ?? { kind: 'stopped', message: STUCK };
}

/** Generous: a backend that answers without a timer does so within a turn or two. */
const IDLE_TURNS = 200;
const STUCK =
  'Ended: the guest waits for something that cannot come any more, such as a value whose body is never written.';

/** The end of this turn of the event loop, sooner than a timer would come. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
