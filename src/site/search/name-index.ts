import { type AnyItem, allItems, type Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { plainParagraph } from '../render/docs.ts';
import { anchorOf, itemPath, latestPath } from '../wit/addresses.ts';
import { documentation } from '../wit/documentation.ts';
import { latest, latestItems, releases } from '../wit/releases.ts';
import { shardsOf } from './rank.ts';

/** What the search knows of one item: kind, address, where it is shown, and what it is in a few words. */
export type NameEntry = [kind: AnyItem['kind'], address: string, url: string, summary: string];

const LONGEST = 110;

/** An item as the latest release that has it shows it, and the path of the place from the site's root. */
export interface Shown {
  item: AnyItem;
  url: string;
}

/** Every item by its address once. */
export const shownItems: (content: Content) => Shown[] = remember((content) =>
  [...releases(content).values()].flatMap(({ name, versions }) => {
    const newestOf = latestItems(versions);
    const newest = latest(versions);
    const found = new Map<string, Shown>();
    for (const pkg of newest ? [newest, ...versions] : versions) {
      for (const item of allItems(pkg)) {
        if (!found.has(item.address))
          found.set(item.address, { item, url: urlOf(item, newestOf, pkg, name) });
      }
    }
    return [...found.values()];
  }),
);

/** What the search knows of every item. */
export function nameEntries(content: Content): NameEntry[] {
  return shownItems(content).map(({ item, url }) => [
    item.kind,
    item.address,
    url,
    cut(plainParagraph(documentation(content, item)?.text)),
  ]);
}

/** The entries by the files that they are fetched from. */
export function shards(entries: readonly NameEntry[]): Map<string, NameEntry[]> {
  const found = new Map<string, NameEntry[]>();
  for (const entry of entries) {
    for (const shard of shardsOf(entry[1])) {
      const known = found.get(shard);
      if (known) known.push(entry);
      else found.set(shard, [entry]);
    }
  }
  return found;
}

function urlOf(item: AnyItem, newestOf: ReadonlyMap<string, Package>, pkg: Package, name: string): string {
  const [, container] = /\/([^.]+)/.exec(item.address) ?? [];
  if (container === undefined) return latestPath(name);
  const anchor = anchorOf(item.kind, item.address);
  // Where `latest` shows this very release, the address outlives it.
  return newestOf.get(container) === pkg
    ? `${latestPath(name, container)}${anchor && `#${anchor}`}`
    : itemPath(item, anchor);
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s\S*$/, '')} …`;
}
