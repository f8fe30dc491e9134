import type { Content } from '../content.ts';
import { longDay } from '../render/day.ts';
import { namedItems } from '../wit/addresses.ts';

/** A page: what it is called and where it stands, relative to the site's root. */
export interface PageEntry {
  title: string;
  url: string;
}

const TOP_PAGES: PageEntry[] = [
  { title: 'Home', url: '' },
  { title: 'Meetings', url: 'meetings/' },
  { title: 'Decisions', url: 'decisions/' },
  { title: 'People', url: 'people/' },
  { title: 'Preview 2 board', url: 'preview-2/' },
  { title: 'The launch of Preview 2', url: 'preview-2/launch/' },
  { title: 'Proposals', url: 'proposals/' },
  { title: 'Criteria', url: 'criteria/' },
  { title: 'What changed', url: 'changes/' },
  { title: 'For chairs', url: 'chairs/' },
  { title: 'WIT packages', url: 'wit/' },
  { title: 'Stability', url: 'stability/' },
  { title: 'Examples', url: 'examples/' },
  { title: 'Search', url: 'search/' },
];

/** The pages that people look for by name, with the prose pages given. */
export function siteMap(
  { own, meetings, tracker, packages, examples }: Content,
  prose: PageEntry[],
): PageEntry[] {
  const wit = packages
    .flatMap(namedItems)
    .filter(
      ({ kind, url }) =>
        (kind === 'package' || kind === 'interface' || kind === 'world') && !url.includes('#'),
    );
  return [
    ...TOP_PAGES,
    ...(own ? [{ title: 'Promises of the cache, tried', url: 'cache/conformance/' }] : []),
    ...prose,
    ...tracker.proposals.map(({ id, title }) => ({ title, url: `proposals/${id}/` })),
    ...tracker.criteria.map(({ id, title }) => ({ title, url: `criteria/${id}/` })),
    ...meetings.map(({ slug, meeting }) => ({
      title: `Meeting of ${longDay(meeting.date)}`,
      url: `meetings/${slug}/`,
    })),
    ...(examples?.examples ?? []).map(({ id, title }) => ({ title, url: `examples/${id}/` })),
    ...wit.map(({ address, package: id, url }) => ({
      title: `${address.replace(/@.*$/, '')}${id.replace(/^[^@]*/, '')}`,
      url: url.slice(1),
    })),
  ];
}
