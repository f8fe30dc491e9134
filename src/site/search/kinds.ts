import type { AnyItem } from '../../wit/index.ts';

/** The kinds that results can be narrowed to, and what they are called. */
export const KINDS = [
  ['all', 'Everything'],
  ['interface', 'Interfaces and worlds'],
  ['type', 'Types'],
  ['function', 'Functions'],
  ['member', 'Fields and cases'],
  ['minutes', 'Minutes'],
  ['page', 'Other pages'],
] as const;

export type Kind = (typeof KINDS)[number][0];

/** What a page is, by the beginning of its path from the site's root. */
const PLACES: [start: string, label: string, kind: Kind][] = [
  ['meetings/', 'Minutes', 'minutes'],
  ['wit/', 'WIT', 'interface'],
  ['examples/', 'Example', 'page'],
  ['proposals/', 'Proposal', 'page'],
  ['criteria/', 'Criteria', 'page'],
  ['people/', 'Person', 'page'],
];

/** The kind of a page and what a result calls it. @param path from the site's root, without a slash before it */
export function kindOfPage(path: string): { label: string; kind: Kind } {
  const [, label, kind] = PLACES.find(([start]) => path.startsWith(start)) ?? ['', 'Page', 'page'];
  return { label, kind };
}

/** Whether results of a kind are names only: no page is of that kind. */
export function isOfItems(kind: Kind): boolean {
  return kind === 'type' || kind === 'function' || kind === 'member';
}

/** What to narrow to in order to see an item of this kind. */
export function kindOfItem(kind: AnyItem['kind']): Kind {
  switch (kind) {
    case 'package':
    case 'interface':
    case 'world':
      return 'interface';
    case 'function':
    case 'method':
    case 'static':
    case 'constructor':
      return 'function';
    case 'field':
    case 'case':
    case 'flag':
      return 'member';
    default:
      return 'type';
  }
}
