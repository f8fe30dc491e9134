import type { AnyItem, Link, World, WorldEntry } from '../../wit/index.ts';

/** What brought something into a world that does not name it: the included worlds that have it, or what needs it there. */
export function through(
  world: World,
  side: 'imports' | 'exports',
  entry: Pick<WorldEntry, 'how' | 'address' | 'package'>,
  itemAt: (link: Link) => AnyItem | undefined,
): Link[] {
  if (entry.how === 'direct') return [];
  if (entry.how === 'include')
    return world.includes.filter((link) => {
      const included = itemAt(link);
      return included?.kind === 'world' && included[side].some((one) => isSame(one, entry));
    });
  const item = itemAt(entry);
  const users = item?.kind === 'interface' ? item.usedBy : [];
  const there: Link[] = [world, ...world.imports, ...world.exports];
  return users.filter((user) => there.some((one) => isSame(one, user)));
}

function isSame(a: Link, b: Link): boolean {
  return a.address === b.address && a.package === b.package;
}
