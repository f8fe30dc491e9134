import type { Content } from './content.ts';

/** A way into the site, with a few pages behind it. */
export interface HomeSection {
  title: string;
  path: string;
  text: string;
  more: { label: string; path: string }[];
}

/** The ways into what this site holds, none of them empty. */
export function homeSections(
  content: Pick<Content, 'own' | 'packages' | 'meetings' | 'tracker' | 'examples' | 'audit'>,
): HomeSection[] {
  const { own, packages, meetings, tracker, examples, audit } = content;
  const sections: [section: HomeSection, present: boolean][] = [
    [
      {
        title: 'Read the spec',
        path: '/wit/',
        text: `Packages, interfaces, types and functions${own ? ' of WASI' : ''}: what each promises, what changed between versions, and what was said about it in which meeting.`,
        more: [
          { label: 'The cache interface', path: '/wit/wasi/keyvalue/0.1.0/cache/' },
          { label: 'All packages', path: '/wit/' },
        ],
      },
      packages.length > 0,
    ],
    [
      {
        title: 'Read the minutes',
        path: '/meetings/',
        text: 'Every meeting with who was there, what was said and what was decided, and every word of its notes.',
        more: [
          { label: 'Decisions', path: '/decisions/' },
          { label: 'People', path: '/people/' },
        ],
      },
      !own && meetings.length > 0,
    ],
    [
      {
        title: 'Check the proposals page',
        path: '/audit/',
        text: 'Where the page that is kept by hand and the notes disagree, with the passage that shows it.',
        more: [],
      },
      !own && audit !== null,
    ],
    [
      {
        title: 'Track Preview 2',
        path: '/preview-2/',
        text: 'Which proposal met which criterion, since when and by what evidence, on any date you choose.',
        more: [
          { label: 'The board', path: '/preview-2/' },
          { label: 'The launch', path: '/preview-2/launch/' },
        ],
      },
      tracker.proposals.length > 0,
    ],
    [
      {
        title: 'Run the examples',
        path: '/examples/',
        text: 'Cache examples that run in this page as WebAssembly components. Edit one, choose another host, and see what changes.',
        more: [
          { label: 'get-or-set', path: '/examples/get-or-set/' },
          { label: 'All examples', path: '/examples/' },
        ],
      },
      examples !== null,
    ],
  ];
  return sections.filter(([, present]) => present).map(([section]) => section);
}
