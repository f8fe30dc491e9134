import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Minutes } from '../site/phrases.ts';
import { hasBrowser, useBrowser } from './browser.ts';
import { ask, costOf, phraseFaults } from './search-page.ts';

describe.runIf(hasBrowser)('search', () => {
  const open = useBrowser();
  const site = inject('siteUrl');
  const dir = inject('siteDir');

  it('puts the exact name first, for 200 names', async () => {
    const items: { name: string; address: string }[] = JSON.parse(
      await readFile(join(dir, 'api/v1/search.json'), 'utf8'),
    );
    const names = [...new Set(items.map(({ name }) => name))].sort();
    const step = Math.max(1, Math.floor(names.length / 200));
    const asked = names.filter((_, at) => at % step === 0).slice(0, 200);
    expect(asked.length).toBe(200);
    const { page, errors } = await open(`${site}search/?kind=all`);
    const first = page.locator('.results a').first();
    for (const name of asked) {
      await page.getByRole('searchbox').fill(name);
      const shown = async () => (await first.innerText()).replace(/^.*[/.:]%?/, '');
      await expect.poll(shown, { timeout: 20_000, interval: 20 }).toBe(name);
    }
    expect(errors).toEqual([]);
  });

  it('lands on the item, at an address that outlives releases', async () => {
    const { page, foreign } = await open(`${site}search/?q=get-or-set`);
    const first = page.locator('.results a').first();
    await first.waitFor();
    await expect(first.innerText()).resolves.toBe('wasi:keyvalue/cache.get-or-set');
    await first.click();
    await page.waitForURL('**/wit/wasi/keyvalue/latest/cache/#function.get-or-set');
    await expect(page.locator(':target').innerText()).resolves.toContain('get-or-set');
    expect(foreign).toEqual([]);
  });

  it('finds functions by their signature', async () => {
    const { page } = await open(`${site}search/`);
    await ask(page, 'borrow<outgoing-value> -> result');
    const found = await page.locator('.results a').allInnerTexts();
    expect(found[0]).toMatch(/outgoing-value\.outgoing-value-write-body/);
    await ask(page, '-> future-get-or-set-result');
    await expect(page.locator('.results a').first().innerText()).resolves.toBe(
      'wasi:keyvalue/cache.get-or-set',
    );
  });

  it('narrows to a kind', async () => {
    const { page } = await open(`${site}search/?q=cache`);
    await page.locator('.results li').first().waitFor();
    await page.getByLabel('Minutes').check();
    const kinds = async () => [...new Set(await page.locator('.results .kind').allInnerTexts())];
    await expect.poll(kinds, { timeout: 20_000 }).toEqual(['Minutes']);
    expect(page.url()).toContain('kind=minutes');
  });

  it.each([
    'getOrSet',
    'get_or_set',
    'GET-OR-SET',
    'get or set',
    'getorset',
    'get-or-sett',
    'cache get-or-set',
  ])('finds get-or-set for %s', async (query) => {
    const { page } = await open(`${site}search/`);
    await ask(page, query);
    const first = page.locator('.results a').first();
    await expect(first.innerText()).resolves.toBe('wasi:keyvalue/cache.get-or-set');
  });

  it('lands on the turn in which a phrase was said', async () => {
    const { page } = await open(`${site}search/?q=${encodeURIComponent('weakest that there can be')}`);
    const link = page.locator('.results a[href*="/meetings/2023-07-13/#turn-"]').first();
    await link.waitFor();
    await link.click();
    await page.waitForURL(/#turn-/);
    const turn = page.locator(new URL(page.url()).hash);
    await expect(turn.innerText()).resolves.toMatch(/weakest that there can be/);
  });

  it('reads words that nothing has as the ones that were probably meant', async () => {
    const { page } = await open(`${site}search/`);
    await ask(page, 'weakset that there can be');
    await expect(page.getByRole('status').innerText()).resolves.toMatch(
      /, read as weakest that there can be\.$/,
    );
    await expect(page.locator('.results a').first().getAttribute('href')).resolves.toContain(
      '/meetings/2023-07-13/#turn-',
    );
  });

  it('fetches at most 200 KB for words of the minutes, and lands on their turn', async () => {
    const minutes: Minutes[] = JSON.parse(await readFile(join(dir, 'api/v1/meetings.json'), 'utf8'));
    const fresh = async () => (await open('about:blank')).page;
    expect(await phraseFaults(fresh, site, minutes, { count: 10, most: 200 * 1024 })).toEqual([]);
  }, 300_000);

  it('fetches at most 150 KB for a name', async () => {
    const { page } = await open('about:blank');
    const { bytes } = await costOf(page, site, 'output-stream');
    expect(bytes).toBeGreaterThan(10 * 1024);
    expect(bytes).toBeLessThan(150 * 1024);
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await open(`${site}wit/`);
    await page.keyboard.press('/');
    await page.keyboard.type('vacancy');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=vacancy*');
    await page.keyboard.press('/');
    await page.keyboard.type('get-or-set');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused, { timeout: 20_000 }).toBe('wasi:keyvalue/cache.get-or-set');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused, { timeout: 20_000 }).not.toBe('wasi:keyvalue/cache.get-or-set');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#function.get-or-set');
  });

  it('says that it found nothing, and what else there is', async () => {
    const { page } = await open(`${site}search/?kind=minutes&q=${encodeURIComponent('ѫѫѫ')}`);
    await page.getByRole('status').filter({ hasText: 'Nothing found for ѫѫѫ.' }).waitFor();
    await page.getByRole('button', { name: 'Search every kind' }).click();
    await expect(page.getByLabel('Everything').isChecked()).resolves.toBe(true);
    await expect(page.getByRole('link', { name: 'decisions', exact: true }).isVisible()).resolves.toBe(true);
  });

  it('says what it waits for, and tries again when a part did not arrive', async () => {
    const { page } = await open(`${site}search/`);
    const held = Promise.withResolvers<void>();
    await page.route('**/search/names/*', async (route) => {
      await held.promise;
      await route.abort();
    });
    await page.getByRole('searchbox').fill('get-or-set');
    await page.getByRole('status').filter({ hasText: 'Searching …' }).waitFor();
    held.resolve();
    await page.getByRole('status').filter({ hasText: 'not complete' }).waitFor();
    await expect(page.locator('.results li').count()).resolves.toBe(0);
    await page.unroute('**/search/names/*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'wasi:keyvalue/cache.get-or-set', exact: true }).waitFor();
    await expect(page.getByRole('button', { name: 'Try again' }).isVisible()).resolves.toBe(false);
  });
});
