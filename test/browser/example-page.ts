import type { Page } from 'playwright-core';

/** An example's panel, as a reader uses it. */
export interface Panel {
  run(): Promise<void>;
  /** Waits until the run has ended; says how. */
  ended(): Promise<string>;
  status(): Promise<string>;
  /** The output as it was printed, repeated lines counted out again. */
  output(): Promise<string>;
  /** Replaces the code, opening the editor if need be. */
  write(code: string): Promise<void>;
}

/** The one panel of an example's page. */
export function panel(page: Page): Panel {
  const root = page.locator('witness-example[data-ready]');
  const editor = root.getByRole('textbox', { name: /^Code of the example/ });
  return {
    run: () => root.getByRole('button', { name: 'Run', exact: true }).click(),
    async ended() {
      await page.waitForFunction(() => {
        const state = document.querySelector('witness-example')?.getAttribute('data-state');
        return state !== null && state !== 'running';
      });
      return (await root.getAttribute('data-state')) ?? '';
    },
    status: async () => (await root.getByRole('status').textContent()) ?? '',
    output: () =>
      root.locator('[data-part=output] .line').evaluateAll((lines) =>
        lines
          .flatMap((line) => {
            const { text = '', count = '1' } = (line as HTMLElement).dataset;
            return Array.from({ length: Number(count) }, () => text);
          })
          .join('\n'),
      ),
    async write(code) {
      const edit = root.getByRole('button', { name: 'Edit', exact: true });
      if (await edit.isVisible()) await edit.click();
      await editor.fill(code);
    },
  };
}
