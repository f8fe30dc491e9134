import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/site/build/serve.ts';
import { FIVE_KINDS } from '../browser/kinds-of-page.ts';
import { type Judge, startJudge } from '../browser/lighthouse.ts';
import { needs } from '../setup/needs.ts';
import { buildSiteForBench } from './examples/site.ts';
import type { Row } from './row.ts';

const RUNS = 3;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];

/** Lighthouse's performance score of the five kinds of page, as a phone on a slow network sees them. */
export async function bench(): Promise<Row[]> {
  if (!needs.browser) return [];
  const folder = await mkdtemp(join(tmpdir(), 'witness-bench-lighthouse-'));
  const site = process.env.WITNESS_SITE_DIR ?? join(folder, 'site');
  if (!process.env.WITNESS_SITE_DIR) await buildSiteForBench(site);
  const served = await serve(site, { port: 0 });
  const browser = await startJudge();
  const rows: Row[] = [];
  try {
    for (const [kind, path] of FIVE_KINDS) {
      const runs: Awaited<ReturnType<Judge['judge']>>[] = [];
      for (let run = 0; run < RUNS; run += 1)
        runs.push(await browser.judge(served.url + path, ['performance']));
      const score = ({ categories }: (typeof runs)[number]) => (categories.performance?.score ?? 0) * 100;
      const median = runs.sort((a, b) => score(a) - score(b))[RUNS >> 1];
      if (!median) continue;
      const time = (id: string) => median.audits[id]?.displayValue?.replaceAll('\u00a0', ' ');
      rows.push({
        name: `performance of the ${kind} page`,
        ours: score(median),
        peer: null,
        peerName: '',
        ratio: null,
        goal: '>= 98',
        unit: 'of 100',
        note: `median of ${RUNS}; first paint, largest paint, blocked: ${TIMES.map(time).join(', ')}`,
      });
    }
    return rows;
  } finally {
    await browser.close();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}
