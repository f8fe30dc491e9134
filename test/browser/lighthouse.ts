import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { BROWSER_ARGS, EXECUTABLE } from './browser.ts';

/** What Lighthouse judges pages by. */
export type Category = 'accessibility' | 'best-practices' | 'performance' | 'seo';

/** A browser that Lighthouse drives, with a profile of its own. */
export interface Judge {
  /** Loads a page as a phone on a slow network would, and judges it. */
  judge(url: string, categories: Category[]): Promise<Result>;
  close(): Promise<void>;
}

/** Starts a browser for Lighthouse. */
export async function startJudge(): Promise<Judge> {
  const profile = await mkdtemp(join(tmpdir(), 'witness-lighthouse-'));
  const args = [
    ...BROWSER_ARGS,
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const browser = spawn(EXECUTABLE, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => browser.once('exit', done));
  const port = await new Promise<number>((done, fail) => {
    let said = '';
    browser.once('exit', (code) => fail(new Error(`the browser ended with ${code}: ${said}`)));
    browser.stderr.on('data', (chunk) => {
      said += chunk;
      const [, found] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? [];
      if (found) done(Number(found));
    });
  });
  return {
    judge: async (url, onlyCategories) => {
      const result = await lighthouse(url, { port, onlyCategories, logLevel: 'silent' });
      if (!result) throw new Error(`Lighthouse has nothing to say about ${url}`);
      return result.lhr;
    },
    close: async () => {
      browser.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The scores of a page from 0 to 100. */
export function scoresOf({ categories }: Result): Record<string, number> {
  return Object.fromEntries(
    Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
  );
}

/** The audits that cost a page something. */
export function lostBy({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
  );
}
