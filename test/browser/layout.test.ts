import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

const PAGES = [
  '',
  'meetings/2024-01-25/',
  'wit/wasi/keyvalue/0.1.0/cache/',
  'preview-2/',
  'examples/get-or-set/',
  'start/the-cache-explained/',
  'process/phases/',
  'preview-2/launch/',
  'wit/wasi/cli/0.2.12/command/',
];

describe.runIf(hasBrowser)('the layout', () => {
  const open = useBrowser();
  const site = inject('siteUrl');

  it.each(PAGES)('of /%s stands still while the page loads', async (path) => {
    const { page } = await open(site + path, { viewport: { width: 390, height: 800 } });
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });

  it.each(PAGES)('of /%s fits a narrow phone, and so a zoom of 400 per cent', async (path) => {
    const { page } = await open(site + path, { viewport: { width: 320, height: 640 } });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });

  it('is printed in the same colours from both themes', async () => {
    const colours = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open(`${site}start/the-cache-explained/`, { colorScheme });
      const used = () =>
        ['body', '.picture a', '.stay', '.ec-line span[style]'].map((selector) => {
          const element = document.querySelector(selector);
          return element && getComputedStyle(element).color;
        });
      const onScreen = await page.evaluate(used);
      await page.emulateMedia({ media: 'print', colorScheme });
      return { onScreen, onPaper: await page.evaluate(used) };
    };
    const [light, dark] = [await colours('light'), await colours('dark')];
    expect(dark.onScreen).not.toEqual(light.onScreen);
    expect(dark.onPaper).toEqual(light.onPaper);
  });
});
