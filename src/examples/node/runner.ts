import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuiltComponent } from '../build/component.ts';
import { buildGuest } from '../build/guest.ts';
import type { RunRequest } from '../execute.ts';
import type { Outcome, Run, RunEvent } from '../model.ts';
import { leftoversOf } from './leftovers.ts';

export interface RunnerOptions {
  timeoutMs?: number;
  onEvent?: (event: RunEvent) => void;
  /** The component to run, when it is not the guest that evaluates sources. */
  built?: BuiltComponent;
}

/** Runs sources in a thread of its own, which it keeps for the next one. */
export interface Runner {
  run(request: RunRequest, options?: RunnerOptions): Promise<Run>;
  close(): Promise<void>;
}

type Message = RunEvent | { type: 'wrote'; name: string } | { type: 'end'; outcome: Outcome; ms: number };

const DEFAULT_TIMEOUT_MS = 5000;
const HEAP_MB = 512; // a value of 64 MiB may stand in the host while it crosses

/** A runner over the guest, which is built if need be. One run at a time; the others wait their turn. */
export async function openRunner(): Promise<Runner> {
  const guest = await buildGuest();
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const spawn = () =>
    new Worker(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
  const end = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const turn = async (
    request: RunRequest,
    { timeoutMs = DEFAULT_TIMEOUT_MS, onEvent, built = guest }: RunnerOptions,
  ): Promise<Run> => {
    worker ??= spawn();
    const lines: string[] = [];
    let began = performance.now();
    const leftovers = await leftoversOf(request.host);
    const { folder } = leftovers;
    const result = await runIn(worker, { built, request, folder }, timeoutMs, (event) => {
      if (event.type === 'wrote') leftovers.wrote(event.name);
      else if (event.type === 'started') began = performance.now();
      else if (event.type === 'line') lines.push(event.text);
      if (event.type === 'line' || event.type === 'call') onEvent?.(event);
    });
    if (result.broken) await end();
    await leftovers.remove();
    return { output: lines.join('\n'), outcome: result.outcome, ms: result.ms ?? performance.now() - began };
  };
  return {
    run(request, options = {}) {
      const next = last.then(() => turn(request, options));
      last = next.catch(() => {});
      return next;
    },
    async close() {
      await last;
      await end();
    },
  };
}

interface Ended {
  outcome: Outcome;
  ms?: number;
  /** The worker is of no more use. */
  broken: boolean;
}

/** One request in a worker, until it ends, breaks, or the time is over; that counts from the guest's start. */
function runIn(
  worker: Worker,
  job: { built: BuiltComponent; request: RunRequest; folder: string | undefined },
  timeoutMs: number,
  onMessage: (message: Message) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (ended: Ended) => {
      clearTimeout(timer);
      worker.off('message', receive).off('error', fail).off('exit', fail);
      resolve(ended);
    };
    const receive = (message: Message) => {
      onMessage(message);
      if (message.type === 'started') {
        timer = setTimeout(() => {
          settle({
            outcome: { kind: 'stopped', message: `Ended after ${timeoutMs} ms: the guest did not stop.` },
            broken: true,
          });
        }, timeoutMs);
      } else if (message.type === 'end') {
        settle({ outcome: message.outcome, ms: message.ms, broken: isBroken(message.outcome) });
      }
    };
    const fail = (cause: unknown) => {
      const message = cause instanceof Error ? cause.message : `The thread ended early (${String(cause)}).`;
      settle({ outcome: { kind: 'trap', guest: 1, message }, broken: true });
    };
    worker.on('message', receive).on('error', fail).on('exit', fail);
    worker.postMessage(job);
  });
}

/** Whether guests may be left behind in the thread: it should not be used again. */
function isBroken({ kind }: Outcome): boolean {
  return kind === 'trap' || kind === 'stopped';
}
