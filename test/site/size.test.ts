import { describe, expect, inject, it } from 'vitest';
import { builtPages } from './pages.ts';
import { foreignTags, heavyWithScript, htmlAt95 } from './weight.ts';

describe('the weight of pages', async () => {
  const dir = inject('siteDir');
  const pages = await builtPages(dir);

  it('is at most 30 KB of HTML for 19 of 20', () => {
    expect(htmlAt95(pages)).toBeGreaterThan(1024);
    expect(htmlAt95(pages)).toBeLessThan(30 * 1024);
  });

  it('is at most 15 KB of script on every page', async () => {
    expect(await heavyWithScript(dir, pages)).toEqual([]);
  });

  it('leaves no script and no style in a page itself', () => {
    const inline = pages.filter(
      ({ html }) =>
        /<script(?![^>]*\bsrc=)(?![^>]*type="application\/(ld\+)?json")[^>]*>|<style\b|\son\w+="/.test(
          html,
        ) || !html.includes('http-equiv="content-security-policy"'),
    );
    expect(inline.map(({ path }) => path)).toEqual([]);
  });

  it('comes from the site itself', () => {
    expect(foreignTags(pages)).toEqual([]);
  });
});
