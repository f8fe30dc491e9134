import type { Content } from './content.ts';
import { allPages } from './pages.ts';

/** One step of the way from the home page; without a path where no page stands. */
export interface Crumb {
  label: string;
  path?: string;
}

/** Where a page stands, from its path below the site's root; the page itself is left out, its title says it. */
export function breadcrumbs(path: string, site: Content): Crumb[] {
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0) return [];
  const pages = allPages(site);
  const crumbs: Crumb[] = [{ label: 'Home', path: '/' }];
  let at = '/';
  for (const part of parts.slice(0, -1)) {
    at += `${part}/`;
    const page = pages.get(at);
    if (page) crumbs.push({ label: page.kind.crumb ?? page.kind.title ?? part, path: at });
    else crumbs.push({ label: sentence(part) });
  }
  const year = pages.get(path)?.year;
  if (year) crumbs.push({ label: year, path: `/meetings/${year}/` });
  return crumbs;
}

function sentence(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
