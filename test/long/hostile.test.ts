import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/site/build/serve.ts';
import { hasBrowser, useBrowser } from '../browser/browser.ts';
import { buildHostileSite, PLACES } from '../browser/hostile-site.ts';
import { payloads } from '../browser/payloads.ts';
import { runsNothing } from '../browser/runs-nothing.ts';
import { type BuiltPage, builtPages } from '../site/pages.ts';
import { strangersIn } from '../site/strangers.ts';

/** Two thousand and more hostile inputs: payloads of a grammar in each place that takes text. */
describe('hostile files', () => {
  const all = payloads(Number(process.env.WITNESS_SEED ?? 7), 360);
  let folder: string;
  let served: Served;
  let pages: BuiltPage[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-hostile-'));
    const out = await buildHostileSite(folder, all);
    pages = await builtPages(out);
    served = await serve(out, { port: 0 });
  }, 1_800_000);

  afterAll(async () => {
    await served?.close();
    await rm(folder, { recursive: true });
  });

  it('are two thousand', () => {
    expect(all.length * PLACES).toBeGreaterThan(2000);
  });

  it('leave nothing on a page that runs, frames, sends, redirects or styles', () => {
    expect(pages.flatMap(strangersIn)).toEqual([]);
  });

  describe.runIf(hasBrowser)('in a browser', () => {
    const open = useBrowser();

    it('never run, on no page, not even without the policy', async () => {
      await runsNothing(open, served.url, pages);
    });
  });
});
