/// <reference lib="webworker" />
import { execute, type RunControl, type RunRequest } from './execute.ts';
import type { Outcome, RunEvent } from './model.ts';
import { openBackend } from './panel/backends.ts';
import { canSuspend, type Glue, type Program, program } from './program.ts';
import type { FromWorker, GuestFiles, ToWorker } from './protocol.ts';

// The thread in which a page runs guests. It has no network and no storage to give them: what a component can
// reach is what it imports, and that is the cache, the output and the clock.

const FLUSH_AFTER_MS = 16;
const MOST_CALLS = 5000;

let guest: Program | undefined;
let control: RunControl | undefined;

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'ping') say({ type: 'pong' });
  else if (data.type === 'advance') {
    control?.advance(data.ms);
    if (control) say({ type: 'events', events: [], skipped: 0, now: control.now() });
  } else if (data.type === 'load') {
    await load(data.files).catch((error: unknown) => say({ type: 'failed', message: reason(error) }));
  } else if (guest) await run(guest, data.request);
});

async function load({ base, glue, cores }: GuestFiles): Promise<void> {
  const suspends = canSuspend();
  const module: Promise<Glue> = import(
    /* @vite-ignore */ new URL(suspends ? glue.jspi : glue.sync, base).href
  );
  guest = await program(module, suspends, cores, async (file) => {
    const response = await fetch(new URL(file, base));
    if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`);
    return response.arrayBuffer();
  });
  say({ type: 'loaded', suspends });
}

async function run(program: Program, request: RunRequest): Promise<void> {
  const began = performance.now();
  const { emit, flush } = batched(() => control?.now() ?? 0);
  const running = execute(request, { program, openBackend }, emit);
  control = running.control;
  const outcome = await running.outcome.catch(unavailable);
  flush();
  say({ type: 'end', outcome, ms: performance.now() - began });
}

/** Lines are passed on at once, calls with the next line or a little later: there may be thousands. */
function batched(now: () => number): { emit: (event: RunEvent) => void; flush: () => void } {
  let events: RunEvent[] = [];
  let calls = 0;
  let skipped = 0;
  let last = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (events.length > 0) say({ type: 'events', events, skipped, now: now() });
    events = [];
    last = performance.now();
  };
  const emit = (event: RunEvent) => {
    if (event.type === 'call' && ++calls > MOST_CALLS) skipped++;
    else events.push(event);
    if (event.type !== 'call' || performance.now() - last > FLUSH_AFTER_MS) flush();
    else timer ??= setTimeout(flush, FLUSH_AFTER_MS);
  };
  return { emit, flush };
}

function unavailable(error: unknown): Outcome {
  return { kind: 'unavailable', message: reason(error) };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function say(message: FromWorker): void {
  postMessage(message);
}
