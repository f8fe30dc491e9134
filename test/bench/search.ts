import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { serve } from '../../src/site/build/serve.ts';
import { type Cost, costOf } from '../browser/search-page.ts';
import { needs } from '../setup/needs.ts';
import { holds, type Minutes, phrases } from '../site/phrases.ts';
import { witness } from '../site/witness.ts';
import type { Row } from './row.ts';

const NAMES = 40;
const PHRASES = 200;

/** What a query costs on the site over the corpus: bytes that are fetched, and the time until the first result is there. */
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
  const read = async (name: string) => JSON.parse(await readFile(join(dir, `api/v1/${name}.json`), 'utf8'));
  const items: { name: string }[] = await read('search');
  const minutes: Minutes[] = await read('meetings');
  const names = [...new Set(items.map(({ name }) => name))].sort();
  const asked = names.filter((_, at) => at % Math.floor(names.length / NAMES) === 0);
  const said = phrases(minutes, PHRASES);
  const served = await serve(dir, { port: 0 });
  const browser = await chromium.launch({ executablePath: needs.browser, args: ['--no-sandbox'] });
  try {
    const ofNames = await costs(browser, served.url, asked);
    const ofPhrases = await costs(
      browser,
      served.url,
      said.map(({ text }) => text),
    );
    const landed = ofPhrases.filter(({ found: [first = ''] }, at) =>
      holds(minutes, first, said[at]?.text ?? ''),
    );
    const note = `${landed.length} of ${said.length} land on their turn`;
    return [
      ...rows('a name', ofNames, `${asked.length} names, each in a browser that knows nothing yet`),
      ...rows('six words of the minutes', ofPhrases, note),
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

async function costs(browser: Browser, site: string, queries: readonly string[]): Promise<Cost[]> {
  const found: Cost[] = [];
  for (const query of queries) {
    const page = await browser.newPage();
    found.push(await costOf(page, site, query));
    await page.close();
  }
  return found;
}

function rows(what: string, found: readonly Cost[], note: string): Row[] {
  const row = { peer: null, peerName: '', ratio: null, note };
  const kilobytes = found.map(({ bytes }) => bytes / 1024);
  const goal = '<= 300';
  return [
    { ...row, name: `fetched for ${what}, at most`, ours: Math.max(...kilobytes), goal, unit: 'KB' },
    { ...row, name: `fetched for ${what}, median`, ours: median(kilobytes), goal, unit: 'KB' },
    {
      ...row,
      name: `until the first result for ${what}, median`,
      ours: median(found.map(({ first }) => first)),
      goal: '',
      unit: 'ms',
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
