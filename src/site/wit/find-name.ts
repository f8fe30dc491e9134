import type { AnyItem, Link, Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import type { FindName } from '../trees/link-names.ts';
import { find, itemIndex } from './item-index.ts';
import { latest, releases } from './releases.ts';

/**
 * What names in an item's documentation lead to: whole addresses, names of the same resource, interface or package, and
 * names that the interface brings in. A name never leads to the item that it stands in.
 */
export function findName(
  content: Pick<Content, 'packages'>,
  item: AnyItem,
  href: (path: string) => string,
): FindName {
  const index = itemIndex(content.packages);
  const scopes = scopesOf(item.address);
  return (text) => {
    const name = NAME.exec(dotted(text))?.[1];
    if (!name) return undefined;
    const places = name.includes(':')
      ? homesOf(content, item, name)
      : [
          ...scopes.map((scope) => ({ package: item.package, address: scope + name })),
          ...broughtIn(content, item, name),
        ];
    for (const place of places) {
      const found = find(index, place);
      if (found) return found.address === item.address ? undefined : href(found.url);
    }
    return undefined;
  };
}

const NAME = /^%?([a-z][\w-]*(?::[a-z][\w-]*(?:\/[a-z][\w-]*)?)?(?:\.[a-z][\w-]*)*)(?:\(\))?$/i;

/** `wasi:io/error/error` and `stream-error::closed`, as documentation has them, with dots. */
function dotted(text: string): string {
  return text.replaceAll('::', '.').replace(/^([^/]*\/[^/]*)\//, '$1.');
}

/** `wasi:http/types.fields.get` → `wasi:http/types.fields.get.`, `wasi:http/types.fields.`, `wasi:http/types.`, `wasi:http/`. */
function scopesOf(address: string): string[] {
  const [pkg = '', path = ''] = address.split('/');
  const names = path ? path.split('.') : [];
  return [...names.map((_, at) => `${pkg}/${names.slice(0, names.length - at).join('.')}.`), `${pkg}/`];
}

/** An address in the item's own package, in a package that this uses, or else in the latest release of that name. */
function homesOf(content: Pick<Content, 'packages'>, item: AnyItem, address: string): Link[] {
  const name = address.replace(/\/.*$/, '');
  const near = [item.package, ...(packagesById(content.packages).get(item.package)?.uses ?? [])];
  const newest = latest(releases(content).get(name)?.versions ?? [])?.package;
  return [...near.filter((id) => id.replace(/@.*$/, '') === name), ...(newest ? [newest] : [])].map((id) => ({
    package: id,
    address,
  }));
}

const packagesById = remember(
  (packages: readonly Package[]) => new Map(packages.map((pkg) => [pkg.package, pkg])),
);

/** What a name, or a name in it, stands for by a `use` of the item's interface. */
function broughtIn({ packages }: Pick<Content, 'packages'>, item: AnyItem, name: string): Link[] {
  const [first = ''] = name.split('.');
  const [container = ''] = /^[^/]*\/[^.]+/.exec(item.address) ?? [];
  const home = packagesById(packages)
    .get(item.package)
    ?.interfaces.find(({ address }) => address === container);
  return (home?.uses ?? [])
    .filter((use) => use.name === first)
    .map(({ type }) => ({ ...type, address: type.address + name.slice(first.length) }));
}
