import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { serve } from '../../src/site/build/serve.ts';
import { findService, SERVICES } from '../setup/services.ts';
import { buildSiteForBench } from './examples/site.ts';
import type { Row } from './row.ts';

const ROUNDS = 10;
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a reader waits for, in a real browser, from the built site: bytes over the wire, and time until output. */
export async function bench(): Promise<Row[]> {
  const service = SERVICES.find(({ name }) => name === 'browser');
  const executablePath = service && findService(service);
  if (!executablePath) throw new Error('no browser to measure with');
  const given = process.env.WITNESS_SITE_DIR;
  const dir = given ?? (await mkdtemp(join(tmpdir(), 'witness-bench-')));
  if (!given) await buildSiteForBench(dir);
  const served = await serve(dir, { port: 0 });
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    return await measure(browser, `${served.url}examples/get-or-set/`, dir, served.url);
  } finally {
    await browser.close();
    await served.close();
    if (!given) await rm(dir, { recursive: true });
  }
}

async function measure(browser: Browser, url: string, dir: string, root: string): Promise<Row[]> {
  const first: number[] = [];
  const second: number[] = [];
  let run: Transfer = { wire: 0, gzip: 0 };
  let editor: Transfer = { wire: 0, gzip: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const runBytes = transfers(page, dir, root);
    first.push(await clickToOutput(page));
    run = await runBytes();
    second.push(await clickToOutput(page));
    const editorBytes = transfers(page, dir, root);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: /^Code of the example/ }).waitFor();
    await page.waitForLoadState('networkidle');
    editor = await editorBytes();
    await context.close();
  }
  const row = (name: string, ours: number, unit: string, goal: string, note?: string): Row => ({
    name,
    ours,
    peer: null,
    peerName: '',
    ratio: null,
    goal,
    unit,
    ...(note ? { note } : {}),
  });
  const gzip = ({ gzip: bytes }: Transfer) => `${Math.round(bytes / 1000)} KB in gzip`;
  return [
    row('first run: over the wire, brotli', run.wire / 1000, 'KB', '<= 500', gzip(run)),
    row(
      'first run: click to output, median of 10',
      median(first),
      'ms',
      '<= 250',
      `worst ${Math.round(Math.max(...first))}`,
    ),
    row(
      'second run: click to output, median of 10',
      median(second),
      'ms',
      '<= 20',
      `worst ${Math.round(Math.max(...second))}`,
    ),
    row('editor: over the wire, brotli', editor.wire / 1000, 'KB', '<= 200', gzip(editor)),
  ];
}

interface Transfer {
  /** Bytes of bodies as they were sent. */
  wire: number;
  /** The same files in gzip. */
  gzip: number;
}

/** Counts what a page and its workers fetch from now on, until the function it returns is called. */
function transfers(page: Page, dir: string, root: string): () => Promise<Transfer> {
  const sizes: Promise<Transfer>[] = [];
  const count = async (url: string, size: () => Promise<{ responseBodySize: number }>): Promise<Transfer> => {
    const { responseBodySize: wire } = await size();
    const path = join(dir, decodeURIComponent(new URL(url).pathname.slice(new URL(root).pathname.length)));
    const gzip = await stat(`${path}.gz`).then(
      ({ size: bytes }) => bytes,
      () => wire,
    );
    return { wire, gzip };
  };
  const listen = (request: { url(): string; sizes(): Promise<{ responseBodySize: number }> }) => {
    sizes.push(count(request.url(), () => request.sizes()));
  };
  page.on('requestfinished', listen);
  return async () => {
    page.off('requestfinished', listen);
    const all = await Promise.all(sizes);
    const sum = (part: keyof Transfer) => all.reduce((total, transfer) => total + transfer[part], 0);
    return { wire: sum('wire'), gzip: sum('gzip') };
  };
}

/** Milliseconds from a click on Run to the first line of output, by the page's own clock. */
function clickToOutput(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const output = document.querySelector('[data-part=output]');
        const button = document.querySelector<HTMLButtonElement>('[data-part=run]');
        if (!output || !button) throw new Error('no example in this page');
        let began = Number.POSITIVE_INFINITY;
        const observer = new MutationObserver(() => {
          if (output.childElementCount === 0) return;
          observer.disconnect();
          const took = performance.now() - began;
          // The run has to be over before the next.
          const wait = () => (button.ariaDisabled === 'true' ? setTimeout(wait, 5) : done(took));
          wait();
        });
        button.addEventListener('click', () => observer.observe(output, { childList: true }), { once: true });
        began = performance.now();
        button.click();
      }),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
