import type { Func, Interface, Item, Link, Member, Package, Type, World } from './model.ts';

/** The parts of an address such as `wasi:http/types.fields.get`, or `wasi:http@0.2.3/types.fields`. */
export interface Address {
  /** `ns:name` */
  package: string;
  version?: string;
  /** The interface or world. */
  item?: string;
  /** Names below it, outermost first. */
  path: string[];
}

const ADDRESS =
  /^([a-zA-Z][\w-]*:[a-zA-Z][\w-]*)(?:@([0-9][0-9A-Za-z.+-]*))?(?:\/([a-zA-Z][\w-]*)(?:@([0-9][0-9A-Za-z.+-]*))?((?:\.%?[a-zA-Z][\w-]*)*))?$/;

/**
 * Reads an address. The version may stand behind the package; behind the interface, as the component model
 * has it, nothing may follow the version.
 */
export function parseAddress(text: string): Address | undefined {
  const [, pkg, early, item, late, rest = ''] = ADDRESS.exec(text) ?? [];
  if (pkg === undefined) return undefined;
  const path = rest === '' ? [] : rest.slice(1).split('.');
  return { package: pkg, version: early ?? late, item, path };
}

export type AnyItem = Package | Interface | World | Type | Member | Func;

/** The item with an address; with several versions of its package, the one asked for or else the first. */
export function findItem(packages: readonly Package[], address: string): AnyItem | undefined {
  const wanted = parseAddress(address);
  if (!wanted) return undefined;
  const plain = [
    wanted.item === undefined ? wanted.package : `${wanted.package}/${wanted.item}`,
    ...wanted.path,
  ].join('.');
  for (const pkg of packages) {
    if (pkg.name !== wanted.package || (wanted.version !== undefined && pkg.version !== wanted.version))
      continue;
    for (const item of allItems(pkg)) if (item.address === plain) return item;
  }
  return undefined;
}

/** Everything in a package that has an address, the package first, each item before what is in it. */
export function* allItems(pkg: Package): Iterable<AnyItem> {
  yield pkg;
  for (const item of pkg.interfaces) yield* interfaceItems(item);
  for (const world of pkg.worlds) {
    yield world;
    for (const type of world.types) yield* typeItems(type);
    for (const entry of [...world.imports, ...world.exports]) {
      if (!isBelow(entry, world)) continue;
      if (entry.inline) yield* interfaceItems(entry.inline);
      if (
        entry.func &&
        !world.types.some(({ functions }) => functions.some((func) => func.address === entry.address))
      ) {
        yield entry.func;
      }
    }
  }
}

function isBelow(link: Link, container: Item): boolean {
  return link.package === container.package && link.address.startsWith(`${container.address}.`);
}

function* interfaceItems(item: Interface): Iterable<AnyItem> {
  yield item;
  for (const type of item.types) yield* typeItems(type);
  yield* item.functions;
}

function* typeItems(type: Type): Iterable<AnyItem> {
  yield type;
  yield* type.members;
  yield* type.functions;
}
