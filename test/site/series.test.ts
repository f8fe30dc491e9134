import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { menuSeries } from '../../src/site/menu-series.ts';
import { neighbours } from '../../src/site/neighbours.ts';
import { builtPages } from './pages.ts';

const pages = new Map((await builtPages(inject('siteDir'))).map(({ path, html }) => [path, html]));

/** Where the foot of a page leads. */
function turns(path: string): { prev?: string; next?: string } {
  const [, nav = ''] =
    /<nav [^>]*aria-label="Previous and next page"[^>]*>(.*?)<\/nav>/s.exec(page(path)) ?? [];
  const links = [...nav.matchAll(/<a href="([^"]+)" rel="(prev|next)"/g)];
  return Object.fromEntries(links.map(([, url, rel]) => [rel, url]));
}

function page(path: string): string {
  const html = pages.get(path);
  if (html === undefined) throw new Error(`there is no page ${path}`);
  return html;
}

/** The pages that one comes to from a page by going on and on. */
function onwards(path: string): string[] {
  const seen = new Set<string>();
  for (let at = turns(path).next; at !== undefined && !seen.has(at); at = turns(at).next) seen.add(at);
  return [...seen];
}

/** The interfaces and worlds that the page of a package lists. */
function listed(path: string): string[] {
  const lists =
    page(path)
      .match(/<dl class="entries.*?<\/dl>/gs)
      ?.join('') ?? '';
  return [...lists.matchAll(/<dt>\s*<a href="([^"]+)"/g)].map(([, url = '']) => url);
}

describe('the links at the foot of a page', () => {
  it('lead back from where they lead on, on every page', () => {
    const oneWay = [...pages.keys()].flatMap((path) => {
      const { prev, next } = turns(path);
      return [
        ...(prev && turns(prev).next !== path ? [`${path} <- ${prev}`] : []),
        ...(next && turns(next).prev !== path ? [`${path} -> ${next}`] : []),
      ];
    });
    expect(oneWay).toEqual([]);
  });

  it('go through a package and no further, in the order in which its page lists what is in it', () => {
    const packages = [...pages.keys()].filter((path) =>
      /^\/wit\/[^/]+\/[^/]+\/(?:(?!latest|compare)[^/]+\/)?$/.test(path),
    );
    expect(packages.length).toBeGreaterThan(20);
    for (const path of packages) {
      expect(onwards(path), path).toEqual(listed(path));
      expect(turns(path).prev, path).toBeUndefined();
    }
  });

  it('are on the page of every interface and world', () => {
    const { items } = Object.groupBy([...pages.keys()], (path) =>
      /^\/wit\/[^/]+\/[^/]+\/[^/]+\/[^/.]+\/$/.test(path) && !path.includes('/compare/') ? 'items' : 'others',
    );
    expect(items?.length).toBeGreaterThan(100);
    expect(items?.filter((path) => turns(path).prev === undefined)).toEqual([]);
  });

  it('say what kind of thing a name is', () => {
    const html = page('/wit/wasi/http/0.2.3/types/').replace(/<[^>]+>/g, '');
    expect(html).toMatch(/Previous package wasi:http@0\.2\.3Next interface incoming-handler/);
  });

  it('go through the prose in the order of the menu', async () => {
    const prose = (await readdir('content/docs', { recursive: true }))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `/${file.replaceAll('\\', '/').replace(/\.md$/, '')}/`);
    const [menu = ''] = /<nav class="sidebar.*?<\/nav>/s.exec(page('/')) ?? [];
    const inMenu = [...menu.matchAll(/ href="([^"]+)"/g)]
      .map(([, url = '']) => url)
      .filter((url) => prose.includes(url));
    const [first = '', ...others] = inMenu;
    expect(inMenu.toSorted()).toEqual(prose.toSorted());
    expect(onwards(first)).toEqual(others);
    expect(turns(first).prev).toBeUndefined();
  });

  it('are none of the words that are copied as Markdown or found by a search', async () => {
    const dir = inject('siteDir');
    const copy = await readFile(join(dir, 'wit/wasi/http.md'), 'utf8');
    expect(copy).toContain('## Releases');
    expect(copy).not.toContain('Next');
    const folder = join(dir, 'pagefind/fragment');
    const texts = await Promise.all(
      (await readdir(folder)).map(async (file) => gunzipSync(await readFile(join(folder, file))).toString()),
    );
    const indexed = texts.find((text) => text.includes('"url":"/cache/semantics/"'));
    expect(indexed).toContain('How this is checked');
    expect(indexed).not.toMatch(/Previous|Next/);
  });
});

describe('a series', () => {
  const series = ['a', 'b', 'c'].map((name) => ({ title: name, path: `/${name}/` }));

  it('has one neighbour at each end, and a page outside it none', () => {
    const beside = (path: string) => {
      const { prev, next } = neighbours(series, path);
      return [prev?.title, next?.title];
    };
    expect(['/a/', '/b/', '/c/', '/d/'].map(beside)).toEqual([
      [undefined, 'b'],
      ['a', 'c'],
      ['b', undefined],
      [undefined, undefined],
    ]);
  });

  it('is taken from all groups of a menu, without the base path', () => {
    const link = (label: string) => ({ label, href: `/base/${label}/` });
    const menu = [{ label: 'x', entries: [link('a'), { label: 'y', entries: [link('b')] }] }, link('c')];
    expect(menuSeries(menu, (url) => url.slice('/base'.length))).toEqual(series);
  });
});
