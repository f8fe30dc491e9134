import type { Repository } from '../../load/index.ts';
import type { Place } from './place.ts';

type Forge = Repository['forge'];

/** How each forge spells the addresses of a repository; null for a server of which only the address is known. */
const SPELLINGS: Record<Forge, Spelling | null> = {
  github: {
    file: 'blob',
    folder: 'tree',
    edit: 'edit',
    issues: 'issues',
    newIssue: 'issues/new',
    title: 'title',
    body: 'body',
  },
  gitlab: {
    file: '-/blob',
    folder: '-/tree',
    edit: '-/edit',
    issues: '-/issues',
    newIssue: '-/issues/new',
    title: 'issue[title]',
    body: 'issue[description]',
  },
  forgejo: {
    file: 'src/branch',
    folder: 'src/branch',
    edit: '_edit',
    issues: 'issues',
    newIssue: 'issues/new',
    title: 'title',
    body: 'body',
  },
  other: null,
};

interface Spelling {
  file: string;
  folder: string;
  edit: string;
  issues: string;
  newIssue: string;
  /** The parameters that fill in a new issue. */
  title: string;
  body: string;
}

/** Where a file or folder can be read; null where nobody knows. */
export function viewUrl(place: Place): string | null {
  return addressOf(place, place.path.endsWith('/') ? 'folder' : 'file');
}

/** Where a file can be changed by whoever has an account there; null for folders, and where nobody knows. */
export function editUrl(place: Place): string | null {
  return place.path.endsWith('/') ? null : addressOf(place, 'edit');
}

/** Where the problems of a repository are kept. */
export function issuesUrl({ url, forge }: Repository): string | null {
  const spelling = SPELLINGS[forge];
  return spelling && `${url}/${spelling.issues}`;
}

/** The form for a new problem, filled in. */
export function newIssueUrl(
  { url, forge }: Repository,
  { title, body }: { title: string; body: string },
): string | null {
  const spelling = SPELLINGS[forge];
  if (!spelling) return null;
  const filled = [
    [spelling.title, title],
    [spelling.body, body],
  ].map(([name = '', text = '']) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
  return `${url}/${spelling.newIssue}?${filled.join('&')}`;
}

function addressOf({ repository, path, line }: Place, kind: 'file' | 'folder' | 'edit'): string | null {
  const spelling = repository && SPELLINGS[repository.forge];
  if (!repository || !spelling) return null;
  const parts = [repository.branch, path.replace(/^\.\/|\/$/g, '')]
    .filter(Boolean)
    .map((part) => part.split('/').map(encodeURIComponent).join('/'));
  return `${repository.url}/${spelling[kind]}/${parts.join('/')}${line === undefined ? '' : `#L${line}`}`;
}
