import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';
import { FIVE_KINDS, KINDS_OF_PAGE } from './kinds-of-page.ts';

const PHONE = { width: 390, height: 800 };
const DESK = { width: 1280, height: 900 };

describe.runIf(hasBrowser)('the layout', () => {
  const open = useBrowser();
  const site = inject('siteUrl');

  it.each([
    ...Object.entries(KINDS_OF_PAGE).map(([kind, path]) => [kind, path, PHONE] as const),
    ...FIVE_KINDS.map(([kind, path]) => [kind, path, DESK] as const),
  ])('of the %s page stands still while fonts come late (/%s, %o)', async (_kind, path, viewport) => {
    const fonts: string[] = [];
    const { page, foreign, errors } = await open(site + path, { viewport }, (empty) =>
      empty.route('**/*.woff2', async (route) => {
        fonts.push(route.request().url());
        await new Promise((done) => setTimeout(done, 500));
        await route.continue();
      }),
    );
    await page.waitForLoadState('networkidle');
    expect(fonts.length).toBeGreaterThan(1);
    expect(await page.evaluate(shiftSoFar)).toBeLessThan(0.01);
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it.each(FIVE_KINDS)('of the %s page has words on paper, and nothing to press', async (_kind, path) => {
    const { page } = await open(site + path, { viewport: DESK });
    await page.waitForLoadState('networkidle');
    const visible = (css: string) => page.locator(`main :is(${css}):visible`).count();
    expect(await visible('h1')).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await visible('h1')).toBe(1);
    // A verdict stays: it is a word that also opens.
    expect(await visible('button:not(.board *), select, [type=range], [type=search]')).toBe(0);
  });

  it('of a page without code loads no font for code', async () => {
    const fonts: string[] = [];
    const { page } = await open(site, { viewport: DESK }, async (empty) => {
      empty.on('request', (request) => void fonts.push(request.url()));
    });
    await page.waitForLoadState('networkidle');
    const names = fonts.filter((url) => url.endsWith('.woff2')).map((url) => url.replace(/^.*\//, ''));
    expect(names.some((name) => name.startsWith('source-sans'))).toBe(true);
    expect(names.filter((name) => name.startsWith('source-code'))).toEqual([]);
  });

  it.each(FIVE_KINDS)(
    'of the %s page fits a narrow phone, and so a zoom of 400 per cent',
    async (_kind, path) => {
      const { page } = await open(site + path, { viewport: { width: 320, height: 640 } });
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBe(0);
    },
  );
});

/** How far things have moved since the page began, as browsers count it. Runs in the page. */
function shiftSoFar(): Promise<number> {
  return new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
  });
}
