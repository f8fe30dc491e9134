import { expect } from 'vitest';
import type { BuiltPage } from '../site/pages.ts';
import type { Open } from './browser.ts';

/** Looks at every page of a site in a browser that ignores its policy: nothing runs, asks elsewhere or leads away. */
export async function runsNothing(open: Open, root: string, pages: readonly BuiltPage[]): Promise<void> {
  const { page, foreign } = await open(root, { bypassCSP: true });
  const ran: string[] = [];
  await page.exposeFunction('pwned', (name: string) => ran.push(String(name)));
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  for (const { path } of pages) {
    const address = new URL(encodeURI(path), root).href;
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    expect(page.url()).toBe(address);
    expect({ path, ran, foreign }).toEqual({ path, ran: [], foreign: [] });
  }
}
