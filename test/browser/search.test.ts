import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('search', () => {
  const open = useBrowser();
  const site = inject('siteUrl');

  it('finds get-or-set', async () => {
    const { page, errors, foreign } = await open(`${site}search/?q=get-or-set`);
    await page.locator('.results li').first().waitFor();
    const texts = await page.locator('.results li').allInnerTexts();
    expect(texts.some((text) => text.includes('get-or-set'))).toBe(true);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
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

  it('says that it found nothing', async () => {
    const { page } = await open(`${site}search/?q=${encodeURIComponent('ѫѫѫ')}`);
    await page.getByRole('status').filter({ hasText: '0 pages for ѫѫѫ' }).waitFor();
  });
});
