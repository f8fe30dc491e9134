import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Content } from './content.ts';
import { allPages, PAGE_KINDS } from './pages.ts';

/** An address as Astro writes it, and the file that makes what stands there. */
export interface Route {
  pattern: string;
  entrypoint: string;
}

const PAGES: string = fileURLToPath(new URL('./pages/', import.meta.url));

/**
 * The files of `pages/` with their addresses: data and feeds, and of the pages those that this content makes.
 * @param site all of them where it is not known.
 * @throws for a page that `pages.ts` does not list.
 */
export function routes(site: Content | undefined): Route[] {
  const made = site && new Set([...allPages(site).values()].map(({ kind }) => kind.address));
  return readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?<!\.d)\.(astro|ts|js)$/.test(file))
    .flatMap((file) => {
      const pattern = `/${file.replace(/\.(astro|ts|js)$/, '').replace(/(^|\/)index$/, '')}`;
      if (file.endsWith('.astro')) {
        const address = `${pattern}/`.replace('//', '/');
        if (!PAGE_KINDS.some((kind) => kind.address === address))
          throw new Error(`src/site/pages/${file}: src/site/pages.ts has no entry for ${address}`);
        if (made && !made.has(address)) return [];
      }
      return [{ pattern, entrypoint: PAGES + file }];
    });
}
