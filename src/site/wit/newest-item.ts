import { compareVersions, type Package } from '../../wit/index.ts';
import type { NamedItem } from './addresses.ts';
import { itemIndex } from './item-index.ts';

const known = new WeakMap<readonly Package[], Map<string, NamedItem>>();

/** The item of an address without a version, in the newest package that has it; undefined when none has. */
export function newestItem(packages: readonly Package[], address: string): NamedItem | undefined {
  let newest = known.get(packages);
  if (!newest) {
    const items = [...itemIndex(packages).values()].sort((a, b) =>
      compareVersions(versionOf(a), versionOf(b)),
    );
    newest = new Map(items.map((item) => [item.address, item]));
    known.set(packages, newest);
  }
  return newest.get(address);
}

function versionOf({ package: id }: NamedItem): string {
  return id.replace(/^[^@]*@?/, '');
}
