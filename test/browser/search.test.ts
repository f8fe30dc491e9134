import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('search', () => {
  const open = useBrowser();
  const site = inject('siteUrl');
  const dir = inject('siteDir');

  /** Types a query and waits for its answer. */
  async function ask(page: Page, query: string): Promise<void> {
    await page.getByRole('searchbox').fill(query);
    await page
      .getByRole('status')
      .filter({ hasText: `for ${query}` })
      .waitFor();
  }

  it('puts the exact name first, for 200 names', async () => {
    const items: { name: string; address: string }[] = JSON.parse(
      await readFile(join(dir, 'api/v1/search.json'), 'utf8'),
    );
    const names = [...new Set(items.map(({ name }) => name))].sort();
    const step = Math.max(1, Math.floor(names.length / 200));
    const asked = names.filter((_, at) => at % step === 0).slice(0, 200);
    expect(asked.length).toBe(200);
    const { page, errors } = await open(`${site}search/?kind=all`);
    const wrong: string[] = [];
    for (const name of asked) {
      await ask(page, name);
      const first = await page.locator('.results a').first().innerText();
      if (first !== name && !new RegExp(`[/.:]%?${name}$`).test(first)) wrong.push(`${name}: ${first}`);
    }
    expect(wrong).toEqual([]);
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
    await page.locator('.results li:not(.name)').first().waitFor();
    const kinds = await page.locator('.results .kind').allInnerTexts();
    expect(new Set(kinds)).toEqual(new Set(['Minutes']));
    expect(page.url()).toContain('kind=minutes');
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

  it('is used with the keyboard alone', async () => {
    const { page } = await open(`${site}wit/`);
    await page.keyboard.press('/');
    await page.keyboard.type('vacancy');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=vacancy*');
    await page.locator('.results li').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe(
      'wasi:keyvalue/cache.vacancy',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#resource.vacancy');
  });

  it('fetches at most 300 KB for a query', async () => {
    const { page } = await open(`${site}search/`);
    const sizes: Promise<number>[] = [];
    page.on('response', (response) =>
      sizes.push(
        response.body().then(
          ({ length }) => length,
          () => 0,
        ),
      ),
    );
    await ask(page, 'output-stream');
    await page.waitForLoadState('networkidle');
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(1);
    // Decoded; on the wire it is less.
    expect(total).toBeLessThan(300 * 1024);
  });

  it('says that it found nothing', async () => {
    const { page } = await open(`${site}search/?q=${encodeURIComponent('ѫѫѫ')}`);
    await page.getByRole('status').filter({ hasText: '0 names and 0 pages for ѫѫѫ' }).waitFor();
  });
});
