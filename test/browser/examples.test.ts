import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { permitted } from '../../src/examples/index.ts';
import { buildGuest, loadExamples } from '../../src/examples/node.ts';
import { hasBrowser, useBrowser } from './browser.ts';
import { panel } from './example-page.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { value } = await loadExamples(resolve(ROOT, 'runnable-examples'), ROOT);
const examples = value.filter(({ release }) => release === '0.2');

describe.runIf(hasBrowser)('examples in the page', () => {
  const open = useBrowser();
  const address = (id: string) => `${inject('siteUrl')}examples/${id}/`;

  it.each(examples)('$id gives on each host what the page shows', async (example) => {
    const { page, errors, foreign } = await open(address(example.id));
    const { run, ended, output } = panel(page);
    for (const host of ['memory', 'noop', 'weakest'] as const) {
      await page.getByLabel('Host').selectOption(host);
      await run();
      const outputs = permitted(example, host);
      expect(await ended(), host).toBe('finished');
      // Nothing is declared where outputs are too many to list, as for fifty guests on the weakest cache.
      if (outputs) expect(outputs, host).toContain(await output());
    }
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });

  it('loads nothing of the runner before it is wanted', async () => {
    const { page } = await open('about:blank');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address('get-or-set'), { waitUntil: 'networkidle' });
    const runner = /\/components\/|worker|session|editor|trace-view|\.wasm/;
    expect(requests.filter((url) => runner.test(url))).toEqual([]);
    await panel(page).run();
    await panel(page).ended();
    expect(requests.filter((url) => /\.wasm/.test(url)).length).toBeGreaterThan(0);
    expect(requests.filter((url) => /editor/.test(url))).toEqual([]);
  });

  it('runs the bytes that the tests run', async () => {
    const { page } = await open(address('get-or-set'));
    const guest = await buildGuest();
    const link = page.getByRole('link', { name: 'Download the component' });
    expect(await page.locator('.digest').getAttribute('title')).toBe(guest.digest);
    const served = await page.request.get((await link.evaluate((a: HTMLAnchorElement) => a.href)) ?? '');
    expect(
      createHash('sha256')
        .update(await served.body())
        .digest('hex'),
    ).toBe(guest.digest);
    const bodies: Promise<[file: string, body: Buffer]>[] = [];
    page.on('response', (response) => {
      const file = new URL(response.url()).pathname.split('/').at(-1) ?? '';
      if (file.endsWith('.wasm')) bodies.push(response.body().then((body) => [file, body]));
    });
    await panel(page).run();
    await panel(page).ended();
    const loaded = await Promise.all(bodies);
    expect(loaded.map(([file]) => file).sort()).toEqual(guest.cores.map(({ file }) => file).sort());
    for (const [file, body] of loaded)
      expect(body.equals(await readFile(join(guest.dir, file))), file).toBe(true);
  });

  it('runs an edit, and says where a mistake is', async () => {
    const { page } = await open(address('set-and-get'));
    const { write, run, ended, output, status } = panel(page);
    await write('print("edited", 1 + 1);');
    await run();
    expect([await ended(), await output()]).toEqual(['finished', 'edited 2']);
    await write('print("one");\nconst two = 2;\ntwo.three.four();');
    await run();
    expect([await ended(), await output()]).toEqual(['error', 'one']);
    expect(await status()).toBe("Line 3: TypeError: cannot read property 'four' of undefined");
    await page.getByRole('button', { name: 'Reset' }).click();
    await run();
    expect([await ended(), await output()]).toEqual(['finished', 'hit: Hello, Joe']);
  });

  it('offers the names of the interface while one types', async () => {
    const { page } = await open(address('set-and-get'));
    await panel(page).write('cache.');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Space');
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await expect.poll(() => options.count()).toBe(5);
    await expect(options.allInnerTexts()).resolves.toContainEqual(
      expect.stringMatching(/^getOrSet\s*\(k: key\) -> future/),
    );
  });

  it('ends an endless loop with a message, and is well again', async () => {
    const { page } = await open(address('set-and-get'));
    const { write, run, ended, output, status } = panel(page);
    await write('print("on"); for (;;) {}');
    await run();
    expect([await ended(), await output()]).toEqual(['stopped', 'on']);
    expect(await status()).toMatch(/the guest did not stop/);
    await write('print("well");');
    await run();
    expect([await ended(), await output()]).toEqual(['finished', 'well']);
  });

  it('explains a trap', async () => {
    const { page } = await open(address('set-and-get'));
    const { write, run, ended, status } = panel(page);
    await write('function f() { f(); }\nf();');
    await run();
    expect([await ended(), await status()]).toEqual([
      'trap',
      expect.stringContaining('call stack is used up'),
    ]);
  });

  it('stops when told', async () => {
    const { page } = await open(address('set-and-get'));
    const { write, run, ended, output, status } = panel(page);
    await page.getByLabel('Clock').selectOption('real');
    await write('print("waiting"); clock.advance(600_000);');
    await run();
    await expect.poll(output).toBe('waiting');
    await page.getByRole('button', { name: 'Stop' }).click();
    expect([await ended(), await status()]).toEqual(['stopped', 'Stopped.']);
  });

  it('lets the reader move a clock that stands still', async () => {
    const { page } = await open(address('set-and-get'));
    const { write, run, ended, output } = panel(page);
    await page.getByLabel('Clock').selectOption('stopped');
    await write(
      "wait(cache.getOrSet('k')); const since = clock.now(); print('held');\nconst next = wait(cache.getOrSet('k')); print(next.tag, clock.now() - since);",
    );
    await run();
    await expect.poll(output).toBe('held');
    await page.getByLabel('Milliseconds').fill('10000');
    await page.getByRole('button', { name: 'Advance' }).click();
    expect([await ended(), await output()]).toEqual(['finished', 'held\nvacant 10000']);
  });

  it('keeps values in the browser when asked to, from one page to the next', async () => {
    const { page } = await open(address('set-and-get'));
    const { write, run, ended, output } = panel(page);
    const visit = `
      const last = wait(cache.get('visits'));
      const visits = last ? Number(text(last.incomingValueConsumeSync())) + 1 : 1;
      const value = OutgoingValue.newOutgoingValue();
      value.outgoingValueWriteBodySync(bytes(String(visits)));
      wait(cache.set('visits', value));
      print(visits);`;
    for (const expected of ['1', '2']) {
      await page.reload();
      await page.getByLabel('Host').selectOption('persistent');
      await write(visit);
      await run();
      expect([await ended(), await output()]).toEqual(['finished', expected]);
      // The write is under way when the answer is there; a cache may lose it, a test should not.
      await page.waitForFunction(
        (wanted) =>
          new Promise((done) => {
            const opening = indexedDB.open('witness-example-cache');
            opening.onsuccess = () => {
              const reading = opening.result.transaction('entries').objectStore('entries').get('visits');
              reading.onsuccess = () => {
                opening.result.close();
                done(reading.result && new TextDecoder().decode(reading.result.bytes) === wanted);
              };
            };
          }),
        expected,
      );
    }
  });

  it('carries code, host, seed and clock in a link', async () => {
    const { page } = await open(address('two-guests'));
    await panel(page).write('print("from a link", clock.now());');
    await page.getByLabel('Host').selectOption('weakest');
    await page.getByLabel('Seed').fill('7');
    await page.getByLabel('Clock').selectOption('stopped');
    await page.getByRole('button', { name: 'Link' }).click();
    await expect
      .poll(() => page.url())
      .toContain('#example=two-guests&host=weakest&seed=7&clock=stopped&code=');
    const other = (await open(page.url())).page;
    await other.getByRole('textbox', { name: /^Code of the example/ }).waitFor();
    expect(await other.getByLabel('Host').inputValue()).toBe('weakest');
    expect(await other.getByLabel('Seed').inputValue()).toBe('7');
    expect(await other.getByLabel('Clock').inputValue()).toBe('stopped');
    await panel(other).run();
    expect([await panel(other).ended(), await panel(other).output()]).toEqual([
      'finished',
      'from a link 1689264000000',
    ]);
  });

  it('shows every call, and who waited', async () => {
    const { page } = await open(address('one-computation'));
    await panel(page).run();
    await panel(page).ended();
    await page.getByText('Every call between the component and its host').click();
    const lanes = page.getByRole('img', {
      name: /^Timeline: \d+ calls by 50 guests; 49 waited while others went on/,
    });
    await lanes.waitFor();
    const rows = page.getByRole('region', { name: 'Calls' }).getByRole('row');
    await expect(rows.filter({ hasText: 'get-or-set("answer")' }).count()).resolves.toBe(50);
    await expect(rows.filter({ hasText: 'pollable.block' }).first().textContent()).resolves.toContain(
      '0–250 ms',
    );
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await open(address('set-and-get'));
    const { ended, output } = panel(page);
    const press = async (name: string) => {
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      for (let at = 0; at < 80 && (await focused()) !== name; at++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
      await page.keyboard.press('Enter');
    };
    await press('Edit');
    await page.getByRole('textbox', { name: /^Code of the example/ }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('print("by hand");');
    await page.keyboard.press('Tab');
    await press('Run');
    expect([await ended(), await output()]).toEqual(['finished', 'by hand']);
    // The focus is where it was: Enter runs again.
    await page.locator('[data-part=output]').evaluate((lines) => lines.replaceChildren());
    await page.keyboard.press('Enter');
    await expect.poll(output).toBe('by hand');
    expect(await ended()).toBe('finished');
    await page.locator('witness-example').getByRole('textbox').focus();
    await page.keyboard.type('print("again");');
    await page.keyboard.press('Control+Enter');
    await expect.poll(output).toMatch(/again/);
  });

  it('runs on hosts that answer at once where WebAssembly cannot be suspended, and says what is missing', async () => {
    const { page } = await open(address('get-or-set'));
    const { run, ended, output, status, write } = panel(page);
    const worker = /\/_astro\/worker-[^/]+\.js$/;
    await page.route(worker, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `delete WebAssembly.Suspending;${await response.text()}` });
    });
    await run();
    expect([await ended(), await output()]).toEqual([
      'finished',
      'miss: the vacancy is ours to fill\nfilled\nhit: the report, 42 pages',
    ]);
    await page.getByText('This browser cannot suspend WebAssembly').waitFor();
    await write("wait(cache.getOrSet('k'));\nwait(cache.getOrSet('k'));");
    await run();
    expect(await ended()).not.toBe('finished');
    expect(await status()).toMatch(/suspend/i);
  });

  it('runs under the site’s policy when a server sends that as a header with every file', async () => {
    const { page, errors } = await open(address('get-or-set'));
    const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
    expect(policy).toContain("'wasm-unsafe-eval'");
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': policy ?? '' };
      await route.fulfill({ response, headers });
    });
    await page.reload();
    await panel(page).write('print("under the policy");');
    await panel(page).run();
    expect([await panel(page).ended(), await panel(page).output()]).toEqual(['finished', 'under the policy']);
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no accessibility violation in use, in %s', async (colorScheme) => {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    const { page } = await open(address('one-computation'), {
      colorScheme,
      bypassCSP: true,
      reducedMotion: 'reduce',
      viewport: { width: 360, height: 800 },
    });
    await panel(page).run();
    await panel(page).ended();
    await page.getByText('Every call between the component and its host').click();
    await page.getByRole('img', { name: /^Timeline/ }).waitFor();
    await page.getByLabel('Host').selectOption('weakest');
    await page.getByLabel('Clock').selectOption('stopped');
    await panel(page).write('print(1);');
    await page.addScriptTag({ content: await readFile(axe, 'utf8') });
    const violations = await page.evaluate(async () => {
      const { axe: engine } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string }[] }> };
      };
      return (await engine.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('shows code and outputs where there is no script', async () => {
    const { page } = await open(address('get-or-set'), { javaScriptEnabled: false });
    const text = await page.locator('witness-example').textContent();
    expect(text).toContain('cache.getOrSet(key)');
    expect(text).toContain('hit: the report, 42 pages');
    await expect(page.getByRole('button', { name: 'Run', exact: true }).isVisible()).resolves.toBe(false);
  });
});
