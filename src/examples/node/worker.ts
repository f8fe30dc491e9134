import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { BuiltComponent } from '../build/component.ts';
import { execute, type RunRequest } from '../execute.ts';
import { canSuspend, type Glue, type Program, program } from '../program.ts';
import { openBackend } from './backends.ts';

interface Job {
  built: BuiltComponent;
  request: RunRequest;
  folder: string | undefined;
}

// The thread that guests run in, so that one which does not stop can be ended. It runs one request after another.
const suspends = canSuspend();
const programs = new Map<string, Promise<Program>>();

/** Transpilations are loaded once. */
function load({ dir, glue, cores }: BuiltComponent): Promise<Program> {
  const known = programs.get(dir);
  if (known) return known;
  const module: Promise<Glue> = import(pathToFileURL(join(dir, suspends ? glue.jspi : glue.sync)).href);
  const files = cores.map(({ file }) => file);
  const loaded = program(module, suspends, files, (file) => readFile(join(dir, file)));
  programs.set(dir, loaded);
  return loaded;
}

parentPort?.on('message', async ({ built, request, folder }: Job) => {
  const say = (message: object) => parentPort?.postMessage(message);
  const guest = await load(built);
  const began = performance.now();
  const { outcome } = execute(
    request,
    {
      program: guest,
      openBackend: (asked, clock) =>
        openBackend(asked, clock, { folder, wrote: (name) => say({ type: 'wrote', name }) }),
    },
    say,
  );
  const ended = await outcome.catch((error: unknown) => ({
    kind: 'unavailable',
    message: error instanceof Error ? error.message : String(error),
  }));
  say({ type: 'end', outcome: ended, ms: performance.now() - began });
});
