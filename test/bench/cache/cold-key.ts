import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ColdKeyTask } from './cold-key-worker.ts';

const WORKER = fileURLToPath(new URL('./cold-key-worker.ts', import.meta.url));

/** Lets several processes, with so many callers each, ask for one cold key at the same time; says how often it was computed. */
export async function coldKey(
  store: ColdKeyTask['store'],
  processes: number,
  callers: number,
): Promise<{ computed: number; ms: number }> {
  const task: ColdKeyTask = { store, callers };
  const workers = Array.from({ length: processes }, () => fork(WORKER, [JSON.stringify(task)]));
  try {
    await Promise.all(workers.map(message));
    const start = performance.now();
    const results = Promise.all(workers.map(message));
    for (const worker of workers) worker.send('go');
    let computed = 0;
    for (const result of await results) {
      if (result.right !== callers) throw new Error('a caller did not get the value');
      computed += result.computed;
    }
    return { computed, ms: performance.now() - start };
  } finally {
    for (const worker of workers) worker.kill();
  }
}

/** The next message of a worker; an error when it ends instead. */
function message(worker: ChildProcess): Promise<{ computed: number; right: number }> {
  return new Promise((resolve, reject) => {
    worker.once('message', (result) => resolve(result as { computed: number; right: number }));
    worker.once('exit', () => reject(new Error('a worker ended early')));
  });
}
