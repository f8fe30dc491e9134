import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { fromHtml } from '../../src/site/markdown/from-html.ts';
import { attributes, builtPages } from './pages.ts';

describe('pages as Markdown', () => {
  it('every page names its own and has it', async () => {
    const dir = inject('siteDir');
    const pages = (await builtPages(dir)).filter(({ path }) => path !== '/404.html');
    for (const { path, html } of pages) {
      const own = path === '/' ? '/index.md' : path.replace(/\/$/, '.md');
      expect(attributes(html, 'href'), path).toContain(own);
      expect(await readFile(join(dir, own), 'utf8'), own).toMatch(/\S/);
    }
  });

  it('has what the page says, without what is there to be operated', async () => {
    const people = await readFile(join(inject('siteDir'), 'people.md'), 'utf8');
    expect(people).toMatch(/^# People\n/);
    expect(people).toMatch(/^- \[.+\]\(\/people\/[\w-]+\/\) \d+$/m);
    const example = await readFile(join(inject('siteDir'), 'examples/get-or-set.md'), 'utf8');
    expect(example).toContain('```js\nfunction lookUp(key) {\n');
    expect(example).not.toContain('Milliseconds');
  });

  it('code keeps its language, without its colours, in a fence that is longer than any in it', () => {
    const page = (code: string) => fromHtml(`<main><pre class="wit"><code>${code}</code></pre></main>`);
    expect(page('<span class="w-keyword">interface</span> i {}')).toBe('```wit\ninterface i {}\n```\n');
    expect(page('/**\n```js\n````\n*/')).toMatch(/^`{5}wit\n.*\n`{5}\n$/s);
  });

  it('words that only their style sets apart stay apart, in a cell on one line', () => {
    const page = (main: string) => `<!doctype html><nav>menu</nav><main>${main}</main>`;
    const cell = '<td><h4>Phase</h4><p>Met</p><ul><li>one</li><li>two</li></ul></td>';
    const table = `<table><thead><tr><th>a</th></tr></thead><tbody><tr>${cell}</tr></tbody></table>`;
    expect(fromHtml(page('<p><a href="/x/">x</a><a href="/y/">y</a></p>'))).toBe('[x](/x/) [y](/y/)\n');
    expect(fromHtml(page(table))).toBe('| a |\n| - |\n| Phase Met one two |\n');
    expect(fromHtml('<p>no main part</p>')).toBeUndefined();
  });
});
