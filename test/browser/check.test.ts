import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, useBrowser } from './browser.ts';

describe.runIf(hasBrowser)('the page that checks a file', () => {
  const open = useBrowser();
  const address = new URL('check/', inject('siteUrl')).href;

  it('shows every problem of pasted WIT at its place, and asks nobody else', async () => {
    const { page, errors, foreign } = await open(address);
    await page
      .getByLabel('WIT', { exact: true })
      .fill('package a:b;\ninterface c {\n  d: func() -> strin;\n}\n');
    await page.getByRole('button', { name: 'Check' }).click();
    const result = page.locator('[data-check-result]');
    await expect.poll(() => result.innerText()).toContain('1 error');
    await expect(result.innerText()).resolves.toContain('pasted.wit:3:16');
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('finds known packages, and says which releases provide what a world imports', async () => {
    const { page, errors } = await open(address);
    await page
      .getByLabel('WIT', { exact: true })
      .fill('package a:b;\nworld w {\n  import wasi:http/types@0.2.3;\n}\n');
    await page.getByRole('button', { name: 'Check' }).click();
    const entry = page.locator('.explained > li', { hasText: 'wasi:http/types@0.2.3' });
    await expect.poll(() => entry.innerText()).toContain('Provided by 0.2.3');
    await expect(entry.innerText()).resolves.toMatch(/0\.3\.0.*has to be built anew/);
    const link = await entry.getByRole('link').first().getAttribute('href');
    expect((await page.request.get(new URL(link ?? '', address).href)).status()).toBe(200);
    expect(errors).toEqual([]);
  });

  it('reads a component, and opens again what a link holds', async () => {
    const { page } = await open(address);
    const component = await parse(
      '(component (import "wasi:clocks/monotonic-clock@0.2.3" (instance (export "now" (func (result u64))))))',
    );
    await page.locator('input[name=files]').setInputFiles({
      name: 'clock.wasm',
      mimeType: 'application/wasm',
      buffer: Buffer.from(component),
    });
    const result = page.locator('[data-check-result]');
    await expect.poll(() => result.innerText()).toContain('wasi:clocks/monotonic-clock@0.2.3');

    await page.getByLabel('WIT', { exact: true }).fill('package linked:here;');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => page.url()).toContain('#wit=');
    const again = await open(page.url());
    await expect.poll(() => again.page.locator('[data-check-result]').innerText()).toContain('linked:here');
    const damaged = await open(`${address}#wit=AAAA`);
    await expect.poll(() => damaged.page.locator('[data-check-status]').innerText()).toContain('damaged');
  });
});
