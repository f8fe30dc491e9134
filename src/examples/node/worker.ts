import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { execute, type RunRequest } from '../execute.ts';
import { canSuspend, type Glue, program } from '../program.ts';
import { openBackend } from './backends.ts';

// The thread that guests run in, so that one which does not stop can be ended. It runs one request after another.
const { dir, glue: files } = workerData as { dir: string; glue: { jspi: string; sync: string } };
const suspends = canSuspend();
const glue: Glue = await import(pathToFileURL(join(dir, suspends ? files.jspi : files.sync)).href);
const guest = program(glue, suspends, (file) => readFile(join(dir, file)));

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
