import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';
import { KINDS_OF_PAGE } from './kinds-of-page.ts';

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 800, 1440];

describe.runIf(hasBrowser)('accessibility', () => {
  const open = useBrowser();
  const site = inject('siteUrl');
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  describe.each(Object.entries(KINDS_OF_PAGE))('of the %s page', (_kind, path) => {
    it.each(THEMES.flatMap((theme) => WIDTHS.map((width) => [theme, width] as const)))(
      'has no violation in %s at %i pixels',
      async (theme, width) => {
        const { page } = await open(site + path, {
          colorScheme: theme,
          viewport: { width, height: 900 },
          bypassCSP: true,
          reducedMotion: 'reduce',
        });
        await page.waitForFunction(wideCodeIsReachable);
        await page.addScriptTag({ content: await readFile(axe, 'utf8') });
        const violations = await page.evaluate(async () => {
          const { axe: engine } = window as unknown as {
            axe: { run(): Promise<{ violations: Violation[] }> };
          };
          return (await engine.run()).violations;
        });
        const found = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html.slice(0, 120))
              .slice(0, 3)
              .join(' | ')}`,
        );
        expect(found).toEqual([]);
      },
    );
  });
});

/** Code that is wider than its box gets its tab stop from a script, once the browser is idle. */
function wideCodeIsReachable(): boolean {
  const code = [...document.querySelectorAll('pre')];
  return code.every((pre) => pre.scrollWidth <= pre.clientWidth || pre.hasAttribute('tabindex'));
}
