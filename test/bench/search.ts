import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serve } from '../../src/site/build/serve.ts';
import { needs } from '../setup/needs.ts';
import { witness } from '../site/witness.ts';
import type { Row } from './row.ts';

const QUERIES = 20;

/** What a query costs on the site over the corpus: bytes that are fetched, and the time until the names are there. */
export async function bench(): Promise<Row[]> {
  if (!needs.corpus || !needs.browser) return [];
  const folder = await mkdtemp(join(tmpdir(), 'witness-bench-search-'));
  const dir = join(folder, 'site');
  try {
    const { code, stderr } = await witness(
      'build',
      '--meetings',
      join(needs.corpus, 'meetings'),
      '--wit',
      join(needs.corpus, 'wit'),
      '--out',
      dir,
    );
    if (code !== 0) throw new Error(`the site was not built:\n${stderr}`);
    return await measure(dir);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(dir: string): Promise<Row[]> {
  const items: { name: string }[] = JSON.parse(await readFile(join(dir, 'api/v1/search.json'), 'utf8'));
  const names = [...new Set(items.map(({ name }) => name))].sort();
  const asked = names.filter((_, at) => at % Math.floor(names.length / QUERIES) === 0);
  const served = await serve(dir, { port: 0 });
  const browser = await chromium.launch({ executablePath: needs.browser, args: ['--no-sandbox'] });
  const bytes: number[] = [];
  const times: number[] = [];
  try {
    for (const name of asked) {
      const page = await browser.newPage();
      const [cost, ms] = await ask(page, served.url, name);
      bytes.push(cost);
      times.push(ms);
      await page.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
  const row = { peer: null, peerName: '', ratio: null, note: `${asked.length} names, each in a fresh page` };
  return [
    {
      ...row,
      name: 'fetched for a query, at most',
      ours: Math.max(...bytes) / 1024,
      goal: '<= 300',
      unit: 'KB',
    },
    {
      ...row,
      name: 'until the first name, median',
      ours: times.sort((a, b) => a - b)[times.length >> 1] ?? 0,
      goal: '',
      unit: 'ms',
    },
  ];
}

/** The bytes on the wire for one query, page and scripts left aside, and the time to the first result. */
async function ask(page: Page, site: string, name: string): Promise<[bytes: number, ms: number]> {
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  const fetched: Promise<number>[] = [];
  page.on('response', (response) => {
    fetched.push(
      response
        .request()
        .sizes()
        .then(
          ({ responseBodySize }) => responseBodySize,
          () => 0,
        ),
    );
  });
  const begin = performance.now();
  await page.getByRole('searchbox').fill(name);
  await page.locator('.results a').first().waitFor();
  const ms = performance.now() - begin;
  await page
    .getByRole('status')
    .filter({ hasText: `for ${name}` })
    .waitFor();
  await page.waitForLoadState('networkidle');
  return [(await Promise.all(fetched)).reduce((sum, size) => sum + size, 0), ms];
}
