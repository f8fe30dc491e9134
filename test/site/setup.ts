import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serve } from '../../src/site/build/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site is served, with a slash at its end. */
    siteUrl: string;
    /** The folder it was built into. */
    siteDir: string;
  }
}

/**
 * Builds the project's own site once for all tests that look at it, with the command that people use, and serves it.
 * `WITNESS_SITE_DIR` names a site that is built already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.WITNESS_SITE_DIR;
  const dir = given ? resolve(given) : await mkdtemp(join(tmpdir(), 'witness-site-'));
  if (!given) await build(dir);
  const served = await serve(dir, { port: 0 });
  project.provide('siteUrl', served.url);
  project.provide('siteDir', dir);
  return async () => {
    await served.close();
    if (!given) await rm(dir, { recursive: true });
  };
}

function build(out: string): Promise<void> {
  const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, 'build', '--out', out], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`the site was not built:\n${said}`))));
  });
}
