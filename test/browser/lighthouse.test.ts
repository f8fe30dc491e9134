import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BROWSER_ARGS, EXECUTABLE, hasBrowser } from './browser.ts';

const PAGES = [
  '',
  'meetings/2024-01-25/',
  'wit/wasi/keyvalue/0.1.0/cache/',
  'preview-2/',
  'examples/get-or-set/',
];
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

describe.runIf(hasBrowser)('Lighthouse', () => {
  const site = inject('siteUrl');
  let profile: string;
  let browser: ReturnType<typeof spawn>;
  let port: number;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'witness-lighthouse-'));
    const args = [
      ...BROWSER_ARGS,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ];
    browser = spawn(EXECUTABLE, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    port = await new Promise((done, fail) => {
      let said = '';
      browser.once('exit', (code) => fail(new Error(`the browser ended with ${code}: ${said}`)));
      browser.stderr?.on('data', (chunk) => {
        said += chunk;
        const [, found] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? [];
        if (found) done(Number(found));
      });
    });
  });

  afterAll(async () => {
    const ended = new Promise((done) => browser.once('exit', done));
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it.each(PAGES)('gives /%s 100 in accessibility, best practices and SEO', async (path) => {
    const result = await lighthouse(site + path, { port, onlyCategories: CATEGORIES, logLevel: 'silent' });
    const { categories = {}, audits = {} } = result?.lhr ?? {};
    const scores = Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    );
    const lost = Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
    );
    expect({ scores, lost }).toEqual({
      scores: { accessibility: 100, 'best-practices': 100, seo: 100 },
      lost: [],
    });
  });
});
