import type { Page } from 'playwright-core';
import { holds, type Minutes, phrases } from '../site/phrases.ts';

/** Types a query into the search page and waits until everything is there that answers it. */
export async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await page
    .getByRole('status')
    .filter({ hasText: ` for ${query}` })
    .waitFor();
}

/** What a query cost on a page that has asked for nothing before. */
export interface Cost {
  /** On the wire, compressed, without headers: the index and the code that reads it. */
  bytes: number;
  /** Until the first result is there, in milliseconds. */
  first: number;
  /** Where the results lead, from the site's root. */
  found: string[];
}

/** Asks in a page that nothing has been fetched for yet. @param site the address of the site, with its slash */
export async function costOf(page: Page, site: string, query: string): Promise<Cost> {
  await page.goto(`${site}search/`, { waitUntil: 'load' });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (/^(?:pagefind|search)\//.test(request.url().slice(site.length)))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const begin = performance.now();
  const first = page
    .locator('.results a')
    .first()
    .waitFor()
    .then(() => performance.now() - begin);
  await ask(page, query);
  const links = await page
    .locator('.results a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return {
    bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    first: await first,
    found: links.map((link) => link.slice(site.length)),
  };
}

/**
 * What is wrong with so many phrases out of the minutes: more was fetched than may be, or the first result is not a
 * turn in which the words were said. @param open a fresh page for each
 */
export async function phraseFaults(
  open: () => Promise<Page>,
  site: string,
  minutes: readonly Minutes[],
  { count, most }: { count: number; most: number },
): Promise<string[]> {
  const faults: string[] = [];
  for (const { text } of phrases(minutes, count)) {
    const page = await open();
    const { bytes, found } = await costOf(page, site, text);
    if (bytes < 10_000 || bytes > most) faults.push(`${text}: ${bytes} bytes`);
    if (!holds(minutes, found[0] ?? '', text)) faults.push(`${text}: ${found[0]}`);
    await page.context().close();
  }
  return faults;
}
