import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('the Preview 2 board', () => {
  const open = useBrowser();
  const url = `${inject('siteUrl')}preview-2/`;

  it('says why, with the words of the minutes, at the press of a key', async () => {
    const { page } = await open(url);
    const cell = page.getByRole('button', { name: /^CLI: .*vote.*: Met/i });
    await cell.focus();
    await page.keyboard.press('Enter');
    const why = page.getByRole('dialog', { name: /^CLI: .*vote/i });
    await why.waitFor();
    await expect(why.locator('a[href*="/meetings/2024-01-25/#"]').count()).resolves.toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
  });

  it('moves through time without loading a page', async () => {
    const { page, errors } = await open(url);
    await page.evaluate(() => {
      document.documentElement.dataset.same = 'page';
    });
    const included = page.locator('tbody tr[data-standing=included]');
    await page.getByLabel('As of').fill('2024-01-24');
    await expect.poll(() => included.count()).toBe(0);
    await page.getByRole('button', { name: 'Later' }).click();
    await expect.poll(() => included.count()).toBe(7);
    expect(page.url()).toContain('as-of=2024-01-25');
    await expect(page.evaluate(() => document.documentElement.dataset.same)).resolves.toBe('page');
    expect(errors).toEqual([]);
  });

  it('shows with script what the page of that day shows', async () => {
    const { page } = await open(url);
    const built = await page.locator('tbody').innerHTML();
    await page.getByLabel('As of').fill('2024-01-24');
    await expect.poll(() => page.locator('tbody').innerHTML()).not.toBe(built);
    const last = await page.getByLabel('As of').getAttribute('max');
    await page.getByLabel('As of').fill(last ?? '');
    await expect.poll(() => page.locator('tbody').innerHTML()).toBe(built);
  });

  it('filters and sorts', async () => {
    const { page } = await open(url);
    const shown = page.locator('tbody tr:not([hidden])');
    const all = await shown.count();
    await page.getByLabel('Show').selectOption('included');
    await expect.poll(() => shown.count()).toBe(7);
    await page.getByLabel('Show').selectOption('');
    await page.getByLabel('named').fill('clock');
    await expect.poll(() => shown.count()).toBeLessThan(all);
    await page.getByLabel('named').fill('');
    await page.getByRole('button', { name: 'Phase', exact: true }).click();
    const phases = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.phase)));
    expect(phases).toEqual(phases.toSorted((a, b) => b - a));
  });

  it('fits a phone', async () => {
    const { page } = await open(url, { viewport: { width: 360, height: 740 } });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
});
