import type { Content } from './content.ts';
import { docsMenu, type MenuItem } from './docs-menu.ts';
import { allPages, type Heading, PAGE_KINDS } from './pages.ts';

type Group = { label: string; collapsed?: boolean; items: MenuItem[] };

/** The headings in their order, with the folders of prose that stand below the pages of each. */
const HEADINGS: { label: Heading; prose: string[]; collapsed?: boolean }[] = [
  { label: 'Start', prose: ['start'] },
  { label: 'Minutes', prose: [] },
  { label: 'Preview 2', prose: [] },
  { label: 'Interfaces', prose: ['examples', 'cache'] },
  { label: 'Process', prose: ['process'] },
  { label: 'Contribute', prose: ['contributing', 'adopt'], collapsed: true },
  { label: 'Data', prose: ['reference'], collapsed: true },
];

/**
 * The one menu of the site: a few entries, never the whole list of pages.
 * @param docs the prose folder.
 * @param site what there is; all that there may be where nobody knows.
 */
export function sidebar(docs: string, site: Content | undefined): Group[] {
  const has = (path: string) => site === undefined || allPages(site).has(path);
  return HEADINGS.map(({ prose, ...group }) => ({
    ...group,
    items: [
      ...PAGE_KINDS.filter(({ address, menu }) => menu?.heading === group.label && has(address)).map(
        ({ address, menu, title }) => ({ label: menu?.label ?? title ?? address, link: address }),
      ),
      // Prose on the pages of a kind says nothing to those who have none of them.
      ...prose
        .filter(
          (folder) => !PAGE_KINDS.some(({ address }) => address === `/${folder}/`) || has(`/${folder}/`),
        )
        .flatMap((folder) => docsMenu(docs, folder)),
    ],
  })).filter(({ items }) => items.length > 0);
}
