import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('the home page', () => {
  const open = useBrowser();
  const site = inject('siteUrl');

  it('says what this is and leads to the three uses', async () => {
    const { page, errors, foreign } = await open(site);
    await expect(page.locator('h1').innerText()).resolves.toBe('Witness');
    for (const section of ['Read the spec', 'Track Preview 2', 'Run the examples']) {
      const link = page.getByRole('link', { name: section });
      const response = await page.request.get(new URL((await link.getAttribute('href')) ?? '', site).href);
      expect(response.status(), section).toBe(200);
    }
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('goes to the search page from the search field', async () => {
    const { page } = await open(site);
    await page.keyboard.press('/');
    await page.keyboard.type('get-or-set');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=get-or-set/);
  });

  it('keeps the chosen theme', async () => {
    const { page } = await open(site, { colorScheme: 'light' });
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await expect(theme()).resolves.toBe('light');
    await page
      .getByRole('button', { name: /light and dark/ })
      .first()
      .click();
    await expect(theme()).resolves.toBe('dark');
    await page.reload();
    await expect(theme()).resolves.toBe('dark');
  });
});
