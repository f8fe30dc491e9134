import { describe, expect, inject, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { leadsNowhere } from './leads-nowhere.ts';
import { builtPages } from './pages.ts';

describe('internal links', async () => {
  const dir = inject('siteDir');
  const pages = await builtPages(dir);

  it('lead to a page, a file, an anchor', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(brokenLinks(dir, pages)).toEqual([]);
  });

  it('of the API, the site map, feeds and llms.txt lead to a page', async () => {
    expect(await leadsNowhere(dir)).toEqual([]);
  });

  it('are found to be broken when they are', () => {
    const page = {
      path: '/x/',
      html: '<a href="/nowhere/">a</a> <a href="#nothing">b</a> <p id="here"></p> <a href="#here">c</a>',
    };
    expect(brokenLinks(dir, [page])).toEqual(['/x/ -> /nowhere/', '/x/ -> #nothing']);
  });
});
