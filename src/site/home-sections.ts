import type { Content } from './content.ts';
import { allPages } from './pages.ts';

/** A way into the site, with a few pages behind it. */
export interface HomeSection {
  title: string;
  path: string;
  text: string;
  more: { label: string; path: string }[];
}

/** The ways into what this site holds: none is empty, and none leads to a page that is not there. */
export function homeSections(site: Content): HomeSection[] {
  const pages = allPages(site);
  return sections(site)
    .filter(({ path }) => pages.has(path))
    .map((section) => ({ ...section, more: section.more.filter(({ path }) => pages.has(path)) }));
}

function sections({ own }: Content): HomeSection[] {
  const ofOthers: HomeSection[] = [
    {
      title: 'Read the minutes',
      path: '/meetings/',
      text: 'Every meeting with who was there, what was said and what was decided, and every word of its notes.',
      more: [
        { label: 'Decisions', path: '/decisions/' },
        { label: 'People', path: '/people/' },
      ],
    },
    {
      title: 'Check the proposals page',
      path: '/audit/',
      text: 'Where the page that is kept by hand and the notes disagree, with the passage that shows it.',
      more: [],
    },
  ];
  return [
    {
      title: 'Read the spec',
      path: '/wit/',
      text: `Packages, interfaces, types and functions${own ? ' of WASI' : ''}: what each promises, what changed between versions, and what was said about it in which meeting.`,
      more: [
        { label: 'The cache interface', path: '/wit/wasi/keyvalue/0.1.0/cache/' },
        { label: 'All packages', path: '/wit/' },
      ],
    },
    ...(own ? [] : ofOthers),
    {
      title: 'See what is current',
      path: '/releases/',
      text: 'Every release with its packages, what changed and the votes behind it, and what is planned next.',
      more: [
        { label: 'The board of WASI 0.3', path: '/boards/wasi-0.3/' },
        { label: 'All releases', path: '/releases/' },
      ],
    },
    {
      title: 'Track Preview 2',
      path: '/preview-2/',
      text: 'Which proposal met which criterion, since when and by what evidence, on any date you choose.',
      more: [
        { label: 'The board', path: '/preview-2/' },
        { label: 'The launch', path: '/preview-2/launch/' },
      ],
    },
    {
      title: 'Run the examples',
      path: '/examples/',
      text: 'Cache examples that run in this page as WebAssembly components. Edit one, choose another host, and see what changes.',
      more: [
        { label: 'get-or-set', path: '/examples/get-or-set/' },
        { label: 'All examples', path: '/examples/' },
      ],
    },
  ];
}
