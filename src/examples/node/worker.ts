import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { BuiltComponent } from '../build/component.ts';
import { execute, type RunRequest } from '../execute.ts';
import { canSuspend, type Glue, program } from '../program.ts';
import { openBackend } from './backends.ts';

// The thread that guests run in, so that one which does not stop can be ended. It runs one request after another.
const { dir, glue, cores } = workerData as Pick<BuiltComponent, 'dir' | 'glue'> & { cores: string[] };
const suspends = canSuspend();
const module: Promise<Glue> = import(pathToFileURL(join(dir, suspends ? glue.jspi : glue.sync)).href);
const guest = await program(module, suspends, cores, (file) => readFile(join(dir, file)));

parentPort?.on('message', async (request: RunRequest) => {
  const began = performance.now();
  const { outcome } = execute(request, { program: guest, openBackend }, (event) =>
    parentPort?.postMessage(event),
  );
  const ended = await outcome.catch((error: unknown) => ({
    kind: 'unavailable',
    message: error instanceof Error ? error.message : String(error),
  }));
  parentPort?.postMessage({ type: 'end', outcome: ended, ms: performance.now() - began });
});
