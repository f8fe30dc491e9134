import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** The browser to test with. */
export const EXECUTABLE: string = process.env.WITNESS_CHROMIUM ?? '/usr/bin/chromium';

/** Whether there is a browser to test with. */
export const hasBrowser: boolean = existsSync(EXECUTABLE);

/** What keeps it from asking anybody for anything. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page, and what went wrong in it: errors on its console, uncaught ones, and requests to elsewhere. */
export interface WatchedPage {
  page: Page;
  errors: string[];
  foreign: string[];
}

/**
 * Opens a fresh page at an address.
 * @param prepare is given the page while it is still empty, to route its requests for example.
 */
export type Open = (
  url: string,
  options?: BrowserContextOptions,
  prepare?: (page: Page) => Promise<unknown>,
) => Promise<WatchedPage>;

/** One browser for the tests of a file. */
export function useBrowser(): Open {
  let browser: Browser;
  beforeAll(async () => {
    if (hasBrowser) browser = await chromium.launch({ executablePath: EXECUTABLE, args: [...BROWSER_ARGS] });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (url, options, prepare) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const errors: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== new URL(url).origin) foreign.push(request.url());
    });
    await prepare?.(page);
    await page.goto(url, { waitUntil: 'load' });
    return { page, errors, foreign };
  };
}
