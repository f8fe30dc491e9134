import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What lists of a built site name although it is not there: the API, the site map, `llms.txt`, feeds. */
export async function leadsNowhere(dir: string, base = '/'): Promise<string[]> {
  const api = (await readdir(join(dir, 'api/v1'))).filter((name) => name.endsWith('.json'));
  const named = await Promise.all([
    ...api.map((name) => urlsOf(dir, `api/v1/${name}`, /"url":"([^":]*)"/g)),
    ...['sitemap-0.xml', 'rss.xml', 'status.xml'].map((name) =>
      urlsOf(dir, name, /<(?:loc|link)>https?:\/\/[^/<]+(\/[^<]*)</g),
    ),
    urlsOf(dir, 'llms.txt', /\]\(https?:\/\/[^/)]+(\/[^)]*)\)/g),
  ]);
  return named
    .flat()
    .filter(({ url }) => {
      const path = decodeURIComponent(
        (url.startsWith(base) ? url.slice(base.length - 1) : url).replace(/[#?].*/, ''),
      );
      return !existsSync(join(dir, path.endsWith('/') || path === '' ? `${path}/index.html` : path));
    })
    .map(({ file, url }) => `${file} -> ${url}`);
}

async function urlsOf(dir: string, file: string, pattern: RegExp): Promise<{ file: string; url: string }[]> {
  const text = await readFile(join(dir, file), 'utf8');
  return [...text.matchAll(pattern)].map(([, url = '']) => ({ file, url }));
}
