import type { AnyItem } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import type { FindName } from '../render/docs.ts';
import { find, itemIndex } from './item-index.ts';

/**
 * What names in an item's documentation lead to: whole addresses, and names of the same resource, interface or package.
 * A name never leads to the item that it stands in.
 */
export function findName(
  { packages }: Pick<Content, 'packages'>,
  item: AnyItem,
  href: (path: string) => string,
): FindName {
  const index = itemIndex(packages);
  const scopes = scopesOf(item.address);
  return (text) => {
    const name = /^%?([a-z][\w-]*(?::[a-z][\w-]*\/[a-z][\w-]*)?(?:\.[a-z][\w-]*)*)(?:\(\))?$/i.exec(
      text,
    )?.[1];
    if (!name) return undefined;
    const addresses = name.includes(':') ? [name] : scopes.map((scope) => scope + name);
    for (const address of addresses) {
      const found = find(index, { package: item.package, address });
      if (found) return found.address === item.address ? undefined : href(found.url);
    }
    return undefined;
  };
}

/** `wasi:http/types.fields.get` → `wasi:http/types.fields.get.`, `wasi:http/types.fields.`, `wasi:http/types.`, `wasi:http/`. */
function scopesOf(address: string): string[] {
  const [pkg = '', path = ''] = address.split('/');
  const names = path ? path.split('.') : [];
  return [...names.map((_, at) => `${pkg}/${names.slice(0, names.length - at).join('.')}.`), `${pkg}/`];
}
