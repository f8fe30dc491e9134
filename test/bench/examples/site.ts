import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds the project's own site into a folder, with the command that people use. */
export function buildSiteForBench(out: string): Promise<void> {
  const main = resolve(import.meta.dirname, '../../../src/cli/main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, 'build', '--out', out], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error('the site was not built'))));
  });
}
