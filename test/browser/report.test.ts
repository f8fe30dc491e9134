import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser, type WatchedPage } from './browser.ts';

const FORM = 'https://github.com/o/r/issues/new';
const BODY = 'Page: Title, /somewhere/\n\nWhat it says:\n\n> A summary.\n\nWhat is wrong with it:\n';

describe.runIf(hasBrowser)('a report of a problem', () => {
  const open = useBrowser();
  const url = new URL('/cache/semantics/', inject('siteUrl')).href;

  /** The page as it would be with this at its foot, whatever is known of the repository here. */
  async function openWith(part: string): Promise<WatchedPage> {
    const watched = await open('about:blank');
    await watched.page.route(url, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        /(<section class="origin[^>]*>).*?(<\/section>)/s,
        `$1${part}$2`,
      );
      await route.fulfill({ response, body: html });
    });
    await watched.page.goto(`${url}#_top`, { waitUntil: 'load' });
    return watched;
  }

  const mark = (page: WatchedPage['page']) =>
    page.evaluate(() => {
      const text = document.querySelector('.sl-markdown-content p')?.firstChild;
      const node = text instanceof Text ? text : document.createTextNode('');
      getSelection()?.setBaseAndExtent(node, 0, node, 10);
      return String(getSelection()).trim();
    });

  it('is a form that holds the words that were marked and the exact place', async () => {
    const href = `${FORM}?title=T&amp;body=${encodeURIComponent(BODY)}`;
    const { page, errors } = await openWith(
      `<a href="${href}" data-report="/somewhere/">Report a problem</a>`,
    );
    const words = await mark(page);
    expect(words).not.toBe('');
    const link = page.getByRole('link', { name: 'Report a problem' });
    // Only where the link would lead is of interest.
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await link.focus();
    await page.keyboard.press('Enter');
    const body = new URL((await link.getAttribute('href')) ?? '').searchParams.get('body');
    expect(body).toBe(BODY.replace('/somewhere/', `${url}#_top`).replace('A summary.', words));
    expect(errors).toEqual([]);
  });

  it('is a text to copy that does the same', async () => {
    const { page, errors } = await openWith(
      `<details><summary>Report a problem</summary><pre data-report="/somewhere/">${BODY.replace('>', '&gt;')}</pre></details>`,
    );
    const words = await mark(page);
    await page.locator('summary', { hasText: 'Report a problem' }).focus();
    await page.keyboard.press('Enter');
    const text = page.locator('pre[data-report]');
    await expect.poll(() => text.textContent()).toContain(`> ${words}`);
    expect(await text.textContent()).toContain(`${url}#_top\n`);
    const { origin } = new URL(url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`> ${words}`);
    expect(errors).toEqual([]);
  });
});
