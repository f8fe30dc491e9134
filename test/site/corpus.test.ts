import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/site/build/serve.ts';
import type { NameEntry } from '../../src/site/search/name-index.ts';
import { rankNames, shardsFor } from '../../src/site/search/rank.ts';
import { hasBrowser, useBrowser } from '../browser/browser.ts';
import { phraseFaults } from '../browser/search-page.ts';
import { CORPUS } from '../setup/needs.ts';
import { brokenLinks } from './broken-links.ts';
import { type BuiltPage, builtPages, decode } from './pages.ts';
import type { Minutes } from './phrases.ts';
import { structureFaults } from './structure.ts';
import { foreignTags, heavyWithScript, htmlAt95 } from './weight.ts';
import { type Outcome, witness } from './witness.ts';

describe.runIf(existsSync(CORPUS))('over the real files of the corpus', () => {
  let dir: string;
  let built: Outcome;
  let pages: BuiltPage[];
  const open = useBrowser();
  const read = async (path: string) => JSON.parse(await readFile(join(dir, path), 'utf8'));

  beforeAll(async () => {
    dir = join(await mkdtemp(join(tmpdir(), 'witness-corpus-')), 'site');
    const input = ['--meetings', `${CORPUS}/meetings`, '--wit', `${CORPUS}/wit`];
    const page = ['--proposals', `${CORPUS}/proposals/2024-06-30.md`];
    built = await witness('build', ...input, ...page, '--out', dir);
    pages = await builtPages(dir);
  }, 600_000);

  afterAll(async () => {
    await rm(join(dir, '..'), { recursive: true });
  });

  it('is built, and reports the one package in the old syntax', () => {
    expect(built.code).toBe(0);
    expect(built.stderr).toMatch(/9640d83.*wit\/no-semicolons/);
    const problems = pages.find(({ path }) => path === '/problems/');
    expect(problems?.html).toContain('9640d83');
  });

  it('has no broken link', () => {
    expect(pages.length).toBeGreaterThan(500);
    expect(brokenLinks(dir, pages)).toEqual([]);
  });

  it('shows every word of every note', async () => {
    const meetings: { path: string; url: string }[] = await read('api/v1/meetings.json');
    expect(meetings.length).toBe(89);
    const lost: string[] = [];
    for (const { path, url } of meetings) {
      const page = pages.find((one) => one.path === `/${url}`);
      const shown = wordsIn(textOf(page?.html ?? ''));
      const source = await readFile(resolve(path), 'utf8');
      const bare = decode(source.replace(MARKS, ''));
      // Stars may part a word or join two: what counts is a word either way.
      const joined = wordsIn(bare.replaceAll('*', ''));
      const missing = [...wordsIn(bare)].filter((word) => joined.has(word) && !shown.has(word));
      if (missing.length > 0) lost.push(`${path}: ${missing.slice(0, 5).join(', ')}`);
    }
    expect(lost).toEqual([]);
  });

  it('has light pages that load nothing from elsewhere', async () => {
    expect(htmlAt95(pages)).toBeLessThan(30 * 1024);
    expect(await heavyWithScript(dir, pages)).toEqual([]);
    expect(foreignTags(pages)).toEqual([]);
  });

  it('has pages that can be read by their structure', () => {
    expect(structureFaults(pages)).toEqual([]);
  });

  it('gives programs what its schemas promise, of pages that are there', async () => {
    const paths = new Set(pages.map(({ path }) => path));
    const files = (await readdir(join(dir, 'api/v1'))).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const validate = new Ajv2020({ strict: true }).compile(await read(`api/v1/schema/${file}`));
      const data = await read(`api/v1/${file}`);
      validate(data);
      expect(validate.errors ?? [], file).toEqual([]);
      const entries: { url: string }[] = Array.isArray(data) ? data : [];
      const lost = entries.filter(({ url }) => !paths.has(`/${url.replace(/[#?].*/, '')}`));
      expect(lost.map(({ url }) => url)).toEqual([]);
    }
  });

  it('finds every name first by itself', async () => {
    const items: { name: string }[] = await read('api/v1/search.json');
    const files = new Map<string, NameEntry[]>();
    for (const file of await readdir(join(dir, 'search/names'))) {
      if (file.endsWith('.json')) files.set(file.slice(0, 1), await read(`search/names/${file}`));
    }
    const wrong: string[] = [];
    for (const name of new Set(items.map((item) => item.name))) {
      const [best] = rankNames(
        shardsFor(name).first.flatMap((letter) => files.get(letter) ?? []),
        name,
      );
      if (best?.fit !== 'exact') wrong.push(`${name}: ${best?.entry[1]}`);
    }
    expect(files.size).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  it.runIf(hasBrowser)(
    'finds words of the minutes on their turn, for at most 200 KB',
    async () => {
      const minutes: Minutes[] = await read('api/v1/meetings.json');
      const served = await serve(dir, { port: 0 });
      const fresh = async () => (await open('about:blank')).page;
      const faults = await phraseFaults(fresh, served.url, minutes, { count: 10, most: 200 * 1024 });
      await served.close();
      expect(faults).toEqual([]);
    },
    300_000,
  );

  it('shows what the hand-kept page does not know', () => {
    const audit = pages.find(({ path }) => path === '/audit/')?.html ?? '';
    expect(audit).toContain('keyvalue');
    expect(audit).toContain('runtime-config');
    expect(audit).toMatch(/href="\/meetings\/2024-05-02\/#/);
  });
});

/** Where links and pictures lead, and the numbers of lists, are no words of the note. */
const MARKS = /(?<=\])\([^)]*\)|^\[[^\]]+\]:.*$|^\s*\d+[.)]\s/gm;

/** The text of a page, once with and once without a space where a tag stood: a tag may part a word. */
function textOf(html: string): string {
  return decode(`${html.replace(/<[^>]+>/g, ' ')} ${html.replace(/<[^>]+>/g, '')}`);
}

/** The words of a text, so that Markdown's marks and HTML's tags between them do not matter. */
function wordsIn(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}
