import { describe, expect, inject, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { builtPages } from './pages.ts';

describe('internal links', async () => {
  const dir = inject('siteDir');
  const pages = await builtPages(dir);

  it('lead to a page, a file, an anchor', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(brokenLinks(dir, pages)).toEqual([]);
  });

  it('are found to be broken when they are', () => {
    const page = {
      path: '/x/',
      html: '<a href="/nowhere/">a</a> <a href="#nothing">b</a> <p id="here"></p> <a href="#here">c</a>',
    };
    expect(brokenLinks(dir, [page])).toEqual(['/x/ -> /nowhere/', '/x/ -> #nothing']);
  });
});
