import type { Page } from 'playwright-core';

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
  /** On the wire, compressed, without headers: index and code, all that is fetched after the page itself. */
  bytes: number;
  /** Until the first result is there, in milliseconds. */
  first: number;
  /** Where the results lead, from the site's root. */
  found: string[];
}

/** Asks in a page that nothing has been fetched for yet. @param site the address of the site, with its slash */
export async function costOf(page: Page, site: string, query: string): Promise<Cost> {
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) =>
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)),
  );
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
