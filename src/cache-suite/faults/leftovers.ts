import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

const processes = new Set<ChildProcess>();
const folders = new Set<string>();
let watching = false;

/** What has to go with this process, if nobody has cleared it away before. */
export function leftovers(): { processes: Set<ChildProcess>; folders: Set<string> } {
  if (!watching) watch();
  return { processes, folders };
}

function watch(): void {
  watching = true;
  process.once('exit', clear);
  // A signal ends a process without `exit`, unless somebody listens: then that is left to them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      clear();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}

function clear(): void {
  for (const child of processes) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
