import type { Resolved, WorldEntry } from '../../resolve/resolved.ts';
import { interfaceAddress, linkName } from '../pairing/index.ts';
import { finding, quoted, rule, withArticle } from '../rule.ts';

/**
 * What stands under a name is matched by that name alone, so another thing there, or under a label another interface,
 * is another type: it breaks whoever imports or exports it, in every perspective. An interface in place and a named
 * one under a label are two things even where they hold the same.
 */
export const entryKindChanged = rule({
  id: 'entry-kind-changed',
  summary:
    'An import or export of a world is another kind of thing, or another interface, under the same name.',
  about: 'entry',
  check(pair, versions) {
    if (!pair.old || !pair.new || pair.step) return undefined;
    const [was, is] = [thing(versions.old, pair.old), thing(versions.new, pair.new)];
    if (was === is) return undefined;
    const fact = `the ${pair.direction} ${quoted(pair.label)} was ${was} and is ${is}`;
    return finding(versions, pair, 'changed', fact);
  },
});

/** What an import or export is, without what is in it. */
function thing(resolved: Resolved, entry: WorldEntry): string {
  if (entry.kind !== 'interface') return withArticle(entry.kind);
  if (resolved.interfaces[entry.interface]?.name === null) return 'an interface in place';
  return `the interface ${quoted(linkedName(resolved, entry.interface))}`;
}

/** How an interface is known to others: those of this package by their address, others with their track. */
function linkedName(resolved: Resolved, index: number): string {
  const isOwn = resolved.interfaces[index]?.package === resolved.main;
  return isOwn ? interfaceAddress(resolved, index) : linkName(resolved, index);
}
