import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** The one menu of the site: a few doors, never the list of what is behind them. */
export const sidebar: NonNullable<StarlightUserConfig['sidebar']> = [
  {
    label: 'Minutes',
    items: [
      { label: 'Meetings', link: '/meetings/' },
      { label: 'People', link: '/people/' },
      { label: 'Decisions', link: '/decisions/' },
    ],
  },
  {
    label: 'Preview 2',
    items: [
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
      { label: 'Examples', link: '/examples/' },
    ],
  },
];
