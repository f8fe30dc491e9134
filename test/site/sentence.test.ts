import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { sentence } from '../../src/site/render/sentence.ts';
import { builtPages, decode } from './pages.ts';

it.each([
  ['It has been at phase 2 since 2024-05-02.', 'It has been at phase 2 since 2 May 2024.'],
  [
    'The window closed on 2026-06-11, when wasi-0.3 was launched.',
    'The window closed on 11 June 2026, when WASI 0.3 was launched.',
  ],
  ['It is not in preview-2, so nothing.', 'It is not in Preview 2, so nothing.'],
  ['Notes from 2019-05-02 to 2026-06-11.', 'Notes from 2 May 2019 to 11 June 2026.'],
  ['wasi:io@0.2.0-rc-2023-11-10 parses', 'wasi:io@0.2.0-rc-2023-11-10 parses'],
  ['content/meetings/2023-07-13.md says', 'content/meetings/2023-07-13.md says'],
  ['wasi-http and wasi-0.3-inclusion', 'wasi-http and wasi-0.3-inclusion'],
])('says %j as people write it', (given, said) => {
  expect(sentence(given)).toBe(said);
});

it('stands behind every verdict: no page of a proposal speaks in ids', async () => {
  const pages = (await builtPages(inject('siteDir'))).filter(({ path }) => /^\/proposals\/./.test(path));
  expect(pages.length).toBeGreaterThan(10);
  const speaking = pages.filter(({ html }) => {
    const [, page = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
    const words = decode(page.replace(/<(textarea|pre|script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' '));
    return /\b(since|in|on|when|to) (preview-\d|wasi-\d|\d{4}-\d\d-\d\d)/.test(words);
  });
  expect(speaking.map(({ path }) => path)).toEqual([]);
  const twin = await readFile(join(inject('siteDir'), 'proposals/keyvalue.md'), 'utf8');
  expect(twin).not.toContain('in preview-2');
});
