import { describe, expect, inject, it } from 'vitest';
import { loadContent, readGroup } from '../../src/load/index.ts';
import { toContent } from '../../src/site/to-content.ts';
import { comparison } from '../../src/site/wit/steps.ts';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('WIT in the browser', () => {
  const open = useBrowser();
  const site = inject('siteUrl');
  const NAME = '#method\\.fields\\.set pre a[href$="#variant.header-error"]';

  it('shows a definition when a name is pointed at, and takes it away again', async () => {
    const { page, errors, foreign } = await open(`${site}wit/wasi/http/0.2.3/types/`);
    await page.locator(NAME).hover();
    const card = page.getByRole('tooltip');
    await card.waitFor();
    await expect(card.innerText()).resolves.toMatch(
      /variant header-error \{\s*invalid-syntax,\s*forbidden,\s*immutable,\s*\}/,
    );
    await expect(card.innerText()).resolves.toMatch(/enumerates the different kinds of errors/);
    await page.mouse.move(1, 1);
    await card.waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('shows a definition of another package on focus, until Escape', async () => {
    const { page } = await open(`${site}wit/wasi/http/0.2.3/types/`);
    const name = page.locator('#function\\.http-error-code pre a').first();
    await page.locator('#function\\.http-error-code pre').focus();
    await page.keyboard.press('Tab');
    const card = page.getByRole('tooltip');
    await card.waitFor();
    await expect(name.getAttribute('aria-describedby')).resolves.toBe('definition');
    await expect(card.innerText()).resolves.toMatch(/error/);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  it('shows a definition under latest, where names lead to the page itself', async () => {
    const { page } = await open(`${site}wit/wasi/http/latest/types/`);
    await page.locator('#static\\.request\\.new pre a[href="#resource.request"]').first().hover();
    const card = page.getByRole('tooltip');
    await card.waitFor();
    await expect(card.innerText()).resolves.toMatch(/resource request/);
  });

  it('reads without script: signatures are links, details open', async () => {
    const { page } = await open(`${site}wit/wasi/keyvalue/0.1.0/cache/`, { javaScriptEnabled: false });
    await page.locator('#function\\.set pre a').first().click();
    expect(page.url()).toContain('/wit/wasi/keyvalue/0.1.0/types/#');
  });

  it('compares any two versions as the build does', async () => {
    const content = toContent(await loadContent(await readGroup()), null);
    const find = (id: string) => {
      const pkg = content.packages.find((one) => one.package === id);
      if (!pkg) throw new Error(`no ${id}`);
      return pkg;
    };
    const expected = comparison(content, find('wasi:http@0.2.3'), find('wasi:http@0.3.0'));
    const breaking = expected.findings.filter(({ severity }) => severity === 'breaking').length;
    const { page, errors } = await open(`${site}wit/wasi/http/compare/?old=0.2.3&new=0.3.0`);
    await page.locator('.sides').waitFor();
    await expect(page.locator('.outcome:visible').innerText()).resolves.toContain(
      `Breaking, ${breaking} findings`,
    );
    const shown = page.locator('.finding.breaking:visible');
    await expect(shown.count()).resolves.toBe(breaking);
    await page.getByLabel('Host').check();
    await expect(page.locator('.outcome:visible').innerText()).resolves.toContain('a host built for 0.2.3');
    expect(errors).toEqual([]);
  });

  it('says when there is no such version', async () => {
    const { page } = await open(`${site}wit/wasi/http/compare/?old=0.2.3&new=9.9.9`);
    await page.getByText('There is no 0.2.3 or no 9.9.9 of this package here.').waitFor();
  });

  it('keeps inside the window on a phone', async () => {
    for (const path of [
      'wit/wasi/http/0.2.3/types/',
      'wit/wasi/http/',
      'wit/wasi/http/0.2.3/proxy/',
      'wit/wasi/keyvalue/compare/0.0.0-2023-07-11..0.1.0/',
      'stability/',
      'unstable/',
      'wit/wasi/keyvalue/0.1.0/cache.wit/',
    ]) {
      const { page } = await open(site + path, { viewport: { width: 360, height: 800 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(360);
      await page.context().close();
    }
  });
});
