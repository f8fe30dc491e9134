/** One step of the way from the home page; without a path where no page stands. */
export interface Crumb {
  label: string;
  path?: string;
}

/** The folders that have a page of their own, by the name they go by. */
const TOP_PAGES: Record<string, string> = {
  '/meetings/': 'Meetings',
  '/people/': 'People',
  '/decisions/': 'Decisions',
  '/preview-2/': 'Preview 2',
  '/proposals/': 'Proposals',
  '/criteria/': 'Criteria',
  '/wit/': 'WIT',
  '/examples/': 'Examples',
};

/** Where a page stands, from its path below the site's root; the page itself is left out, its title says it. */
export function breadcrumbs(path: string): Crumb[] {
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0) return [];
  const crumbs: Crumb[] = [{ label: 'Home', path: '/' }];
  const dated = parts[0] === 'meetings' && /^(\d{4})-/.exec(parts[1] ?? '');
  let at = '/';
  for (const part of parts.slice(0, -1)) {
    at += `${part}/`;
    const label = TOP_PAGES[at];
    crumbs.push(label || parts[0] === 'wit' ? { label: label ?? part, path: at } : { label: sentence(part) });
  }
  if (dated) crumbs.push({ label: dated[1] ?? '', path: `/meetings/${dated[1]}/` });
  return crumbs;
}

function sentence(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
