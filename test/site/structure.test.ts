import { describe, expect, inject, it } from 'vitest';
import { builtPages } from './pages.ts';
import { structureFaults } from './structure.ts';

const FINE =
  '<html lang="en"><title>A</title><meta name="description" content="B"><h1>A</h1><h2>B</h2><th>C</th>';

describe('the structure of the pages', () => {
  it('can be read by headings, table headers and anchors, on every page', async () => {
    expect(structureFaults(await builtPages(inject('siteDir')))).toEqual([]);
  });

  it('has a title of its own on every page, so that tabs tell them apart', async () => {
    // The newest release stands under `latest` as well.
    const pages = (await builtPages(inject('siteDir'))).filter(({ path }) => !path.includes('/latest/'));
    const titles = pages.map(({ html }) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
    expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
  });

  it.each([
    ['a heading of level 3 after one of level 1', FINE.replaceAll('h2>', 'h3>')],
    ['not one heading of level 1', `${FINE}<h1>D</h1>`],
    ['a table header without a word', FINE.replace('C', '')],
    ['two elements with the id "x"', `${FINE}<p id="x"><b class="y" id="x">`],
    ['no language', FINE.replace(' lang="en"', '')],
    ['no title', FINE.replace('A</title>', '</title>')],
    ['no description', FINE.replace('"B"', '""')],
  ])('is found to have %s', (fault, html) => {
    expect(structureFaults([{ path: '/x/', html }])).toEqual([`/x/: ${fault}`]);
    expect(structureFaults([{ path: '/x/', html: FINE }])).toEqual([]);
  });
});
