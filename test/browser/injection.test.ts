import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/site/build/serve.ts';
import { type BuiltPage, builtPages } from '../site/pages.ts';
import { strangersIn } from '../site/strangers.ts';
import { attacks } from './attacks.ts';
import { hasBrowser, useBrowser } from './browser.ts';
import { buildHostileSite } from './hostile-site.ts';
import { payloads } from './payloads.ts';
import { runsNothing } from './runs-nothing.ts';

/** Files in which every place that takes text holds an attack: none may run, and none may leave a trace on a page. */
describe('script injection', () => {
  const all = [...attacks(), ...payloads(1, 60)];
  let folder: string;
  let served: Served;
  let pages: BuiltPage[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-injection-'));
    const out = await buildHostileSite(folder, all);
    pages = await builtPages(out);
    served = await serve(out, { port: 0 });
  }, 600_000);

  afterAll(async () => {
    await served?.close();
    await rm(folder, { recursive: true });
  });

  it('leaves nothing on a page that runs, frames, sends, redirects or styles', () => {
    expect(pages.length).toBeGreaterThan(200);
    expect(pages.flatMap(strangersIn)).toEqual([]);
  });

  describe.runIf(hasBrowser)('in a browser', () => {
    const open = useBrowser();

    it('never runs, on no page, not even without the policy', async () => {
      await runsNothing(open, served.url, pages);
    }, 400_000);
  });
});
