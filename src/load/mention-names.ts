import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MentionNames, NamedItem, ProposalNames } from '../meetings/index.ts';
import { type AnyItem, allItems, describe, type Package, resolve } from '../wit/index.ts';
import { WitLoader } from './wit-loader.ts';

/** What notes may mention: the items of WIT packages, and the proposals. */
export function mentionNames(packages: readonly Package[], proposals: ProposalNames): MentionNames {
  const items = new Map<string, NamedItem>();
  for (const pkg of packages) {
    for (const item of allItems(pkg)) {
      const kind = kindOf(item);
      // What was a number with functions in one version may be a resource in the next.
      if (kind && (kind === 'resource' || !items.has(item.address)))
        items.set(item.address, { address: item.address, kind });
    }
  }
  return { items: [...items.values()], proposals };
}

/** The packages of a `wit/` folder, one folder each, described. What cannot be read is left out. */
export async function describedPackages(folder: string): Promise<Package[]> {
  const names = await readdir(folder).catch(() => []);
  const loader = new WitLoader();
  return names.sort().flatMap((name) => {
    try {
      const { groups } = loader.load(join(folder, name), [folder]);
      const { value } = resolve(
        groups.map((group) => group.map(({ value }) => value)),
        { allFeatures: true },
      );
      return describe(value).filter((pkg) =>
        groups[0]?.some(({ value }) => value.source.path === pkg.source.path),
      );
    } catch {
      return [];
    }
  });
}

/** Fields and cases are left out: their names are everybody's words. */
function kindOf({ kind }: AnyItem): NamedItem['kind'] | null {
  if (kind === 'field' || kind === 'case' || kind === 'flag' || kind === 'constructor') return null;
  if (kind === 'package' || kind === 'interface' || kind === 'world' || kind === 'resource') return kind;
  return kind === 'function' || kind === 'method' || kind === 'static' ? 'function' : 'type';
}
