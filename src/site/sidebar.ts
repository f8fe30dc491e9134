import { docsMenu, type MenuItem } from './docs-menu.ts';

/** Which parts of the site there is something in. */
export interface Sections {
  tracker: boolean;
  examples: boolean;
  audit: boolean;
  problems: boolean;
}

type Group = { label: string; collapsed?: boolean; items: MenuItem[] };

/** The one menu of the site: a few entries, never the whole list of pages. @param docs the prose folder. */
export function sidebar(docs: string, { tracker, examples, audit, problems }: Sections): Group[] {
  return [
    { label: 'Start', items: docsMenu(docs, 'start') },
    {
      label: 'Minutes',
      items: [
        { label: 'Meetings', link: '/meetings/' },
        { label: 'Decisions', link: '/decisions/' },
        { label: 'People', link: '/people/' },
        ...(audit ? [{ label: 'Audit', link: '/audit/' }] : []),
        ...(problems ? [{ label: 'Files with errors', link: '/problems/' }] : []),
      ],
    },
    {
      label: 'Preview 2',
      items: !tracker
        ? []
        : [
            { label: 'Board', link: '/preview-2/' },
            { label: 'Launch', link: '/preview-2/launch/' },
            { label: 'Proposals', link: '/proposals/' },
            { label: 'Criteria', link: '/criteria/' },
            { label: 'What changed', link: '/changes/' },
            { label: 'For chairs', link: '/chairs/' },
          ],
    },
    {
      label: 'Interfaces',
      items: [
        { label: 'WIT packages', link: '/wit/' },
        { label: 'Stability', link: '/stability/' },
        ...(examples ? [{ label: 'Examples', link: '/examples/' }, ...docsMenu(docs, 'examples')] : []),
        ...docsMenu(docs, 'cache'),
      ],
    },
    { label: 'Process', items: docsMenu(docs, 'process') },
    {
      label: 'Contribute',
      collapsed: true,
      items: [...docsMenu(docs, 'contributing'), ...docsMenu(docs, 'adopt')],
    },
    { label: 'Data', collapsed: true, items: docsMenu(docs, 'reference') },
  ].filter(({ items }) => items.length > 0);
}
