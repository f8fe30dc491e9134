import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('a meeting page', () => {
  const open = useBrowser();
  const url = `${inject('siteUrl')}meetings/2023-07-13/`;

  it('has a permalink for each turn that brings it into view', async () => {
    const { page, errors, foreign } = await open(`${url}#turn-5`);
    const turn = page.locator('#turn-5');
    await expect(turn.innerText()).resolves.toMatch(/^Kyle B/);
    await expect
      .poll(() => turn.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
      .toBe(true);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('says that it is restated, links to the source and sets nothing in quotation marks', async () => {
    const { page } = await open(url);
    await page.getByText('These minutes are restated').waitFor();
    const source = page.getByRole('link', { name: 'original minutes' });
    await expect(source.getAttribute('href')).resolves.toContain('github.com/WebAssembly/meetings');
    await expect(page.locator('.notes q, .notes blockquote').count()).resolves.toBe(0);
  });

  it('follows one speaker', async () => {
    const { page } = await open(url);
    const shown = page.locator('.turn:not([hidden])');
    const all = await shown.count();
    await page.getByLabel('Follow').selectOption('Luke Wagner');
    await expect.poll(() => shown.count()).toBeLessThan(all);
    const speakers = await shown.evaluateAll((turns) =>
      turns.map((turn) => (turn as HTMLElement).dataset.person),
    );
    expect(new Set(speakers)).toEqual(new Set(['Luke Wagner']));
  });

  it('copies a citation with name, date and permalink', async () => {
    const { page } = await open(url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#turn-5').hover();
    await page
      .locator('#turn-5')
      .getByRole('button', { name: /citation/ })
      .click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`Kyle B, restated minutes of the WASI Subgroup, 13 July 2023, ${url}#turn-5`);
  });

  it('can be read without script', async () => {
    const { page } = await open(url, { javaScriptEnabled: false });
    await expect(page.locator('.turn').count()).resolves.toBeGreaterThan(10);
  });
});
