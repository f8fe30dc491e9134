import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serve } from '../../src/site/build/serve.ts';
import { witness } from './witness.ts';

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

async function build(out: string): Promise<void> {
  const { code, stderr } = await witness('build', '--out', out);
  if (code !== 0) throw new Error(`the site was not built:\n${stderr}`);
}
