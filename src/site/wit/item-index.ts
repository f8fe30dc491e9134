import type { Link, Package } from '../../wit/index.ts';
import { type NamedItem, namedItems } from './addresses.ts';

/** Items of all packages by package and address. */
export type ItemIndex = ReadonlyMap<string, NamedItem>;

const known = new WeakMap<readonly Package[], ItemIndex>();

/** The index of the given packages, made once. */
export function itemIndex(packages: readonly Package[]): ItemIndex {
  const made = known.get(packages);
  if (made) return made;
  const index = new Map(packages.flatMap(namedItems).map((item) => [key(item), item]));
  known.set(packages, index);
  return index;
}

/** The item that a link points to; undefined when its package is not on this site. */
export function find(index: ItemIndex, link: Link): NamedItem | undefined {
  return index.get(key(link));
}

function key({ package: id, address }: Link): string {
  return `${id} ${address}`;
}
