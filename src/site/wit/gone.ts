import type { Interface, Package } from '../../wit/index.ts';
import { anchorOf, itemPath } from './addresses.ts';

/** What an interface does not have any more, as the newest release that has it shows it. */
export interface Gone {
  anchor: string;
  name: string;
  kind: string;
  /** Path from the site's root. */
  url: string;
}

/** The functions and types that earlier releases had in an interface, by the newest release that has them. @param earlier the newest first */
export function goneFrom(one: Interface, earlier: readonly Package[]): Map<string, Gone[]> {
  const known = new Set(placesIn(one).map(({ anchor }) => anchor));
  const found = new Map<string, Gone[]>();
  for (const pkg of earlier) {
    const was = pkg.interfaces.find(({ address }) => address === one.address);
    const lost = (was ? placesIn(was) : []).filter(({ anchor }) => !known.has(anchor));
    for (const { anchor } of lost) known.add(anchor);
    if (lost.length > 0) found.set(pkg.version ?? pkg.package, lost);
  }
  return found;
}

function placesIn(one: Interface): Gone[] {
  const items = [...one.functions, ...one.types.flatMap((type) => [type, ...type.functions])];
  return items.map((item) => {
    const anchor = anchorOf(item.kind, item.address);
    const name = item.address.slice(one.address.length + 1);
    return { anchor, name, kind: item.kind, url: itemPath(item, anchor) };
  });
}
