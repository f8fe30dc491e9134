import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attributes, type BuiltPage } from './pages.ts';

/** Internal links whose page, file or anchor is not there: `from -> to`, each target once. */
export function brokenLinks(dir: string, pages: BuiltPage[]): string[] {
  const anchors = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));
  const broken = new Map<string, string>();
  for (const { path, html } of pages) {
    for (const link of [...attributes(html, 'href'), ...attributes(html, 'src')]) {
      if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(link)) continue;
      const { pathname, hash } = new URL(link, `http://site${path}`);
      const target = decodeURIComponent(pathname);
      const ids = anchors.get(target);
      const there = ids ?? (!target.endsWith('/') && existsSync(join(dir, target)));
      const anchor = decodeURIComponent(hash.slice(1));
      if (there && (!anchor || !ids || ids.has(anchor))) continue;
      if (!broken.has(target + hash)) broken.set(target + hash, `${path} -> ${link}`);
    }
  }
  return [...broken.values()];
}
