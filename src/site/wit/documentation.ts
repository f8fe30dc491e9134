import { type AnyItem, allItems, type Package, type Resolved } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { commentAbove } from './comment-above.ts';
import { releases } from './releases.ts';

/** Documentation of an item. */
export interface Documentation {
  text: string;
  /** The release it was taken from, when the item's own has none. */
  from?: string;
  /** Whether it is no documentation by the letter, but a comment that stands above the item. */
  isComment?: boolean;
}

const documented: (pkg: Package) => Map<string, string> = remember(
  (pkg) =>
    new Map([...allItems(pkg)].flatMap(({ address, docs }) => (docs?.trim() ? [[address, docs]] : []))),
);

const linesByPath: (resolved: Resolved) => Map<string, string[]> = remember(
  ({ packages }) =>
    new Map(
      packages.flatMap(({ files }) => files.map(({ source }) => [source.path, source.text.split('\n')])),
    ),
);

/**
 * An item's documentation, or else that of the same item in the nearest release that documents it, or else the plain
 * comment above it, which the reference tool takes for documentation.
 */
export function documentation(
  content: Pick<Content, 'packages' | 'resolved'>,
  item: AnyItem,
): Documentation | undefined {
  if (item.docs?.trim()) return { text: item.docs };
  const name = item.address.replace(/\/.*$/, '');
  const versions = releases(content).get(name)?.versions ?? [];
  const own = versions.findIndex(({ package: id }) => id === item.package);
  for (let distance = 1; distance < versions.length; distance += 1) {
    // Of two as near as each other, the later one: what it says is likelier to hold still.
    for (const other of [versions[own - distance], versions[own + distance]]) {
      const text = other && documented(other).get(item.address);
      if (text !== undefined) return { text, from: other?.version };
    }
  }
  if (item.kind === 'package') return undefined;
  const lines = linesByPath(content.resolved).get(item.source.path) ?? [];
  const text = commentAbove(lines, item.source.line);
  return text ? { text, isComment: true } : undefined;
}

/** How much of a package is documented: interfaces, worlds, types and functions, and apart from them their members. */
export interface Coverage {
  items: { documented: number; all: number };
  members: { documented: number; all: number };
}

export const coverage: (pkg: Package) => Coverage = remember((pkg) => {
  const counted: Coverage = { items: { documented: 0, all: 0 }, members: { documented: 0, all: 0 } };
  for (const item of allItems(pkg)) {
    if (item.kind === 'package') continue;
    const isMember = item.kind === 'field' || item.kind === 'case' || item.kind === 'flag';
    const count = counted[isMember ? 'members' : 'items'];
    count.all += 1;
    if (item.docs?.trim()) count.documented += 1;
  }
  return counted;
});
