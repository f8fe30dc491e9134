import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('a page of which only the first part has come', () => {
  const open = useBrowser();
  const [dir, site] = [inject('siteDir'), inject('siteUrl')];
  const path = 'wit/wasi/http/latest/types/';

  it('has its table of contents where it will stay', async () => {
    const html = await readFile(join(dir, path, 'index.html'), 'utf8');
    const text = html.indexOf('class="main-pane');
    expect(text).toBeGreaterThan(0);
    const { page } = await open(site + path, { viewport: { width: 1280, height: 800 } });
    const left = () =>
      page.locator('.right-sidebar').evaluate((element) => element.getBoundingClientRect().left);
    const whole = await left();
    const part = html.slice(0, html.lastIndexOf('<', text));
    await page.route(site + path, (route) => route.fulfill({ contentType: 'text/html', body: part }));
    await page.reload();
    expect(await page.locator('h1').count()).toBe(0);
    expect(await left()).toBeCloseTo(whole, 0);
  });
});
