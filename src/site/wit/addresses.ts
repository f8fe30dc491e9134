import { type AnyItem, allItems, type Link, type Package } from '../../wit/index.ts';
import { addressPart } from '../address-part.ts';
import { remember } from '../remember.ts';

/** An item of a package that has an address of its own. */
export interface NamedItem {
  kind: AnyItem['kind'];
  name: string;
  address: string;
  package: string;
  /** Path from the site's root, anchor included. */
  url: string;
  docs?: string;
}

/** The path of a package's page, from its id: `wasi:keyvalue@0.1.0` is at `/wit/wasi/keyvalue/0.1.0/`. */
export function packagePath(id: string): string {
  const { namespace, name, version } = packageParams(id);
  return `/wit/${namespace}/${name}/${version}/`;
}

/** A package's id as the parts of its page's address. */
export function packageParams(id: string): { namespace: string; name: string; version: string } {
  const [, namespace = '', name = '', version = 'unversioned'] = /^([^:]+):([^@]+)(?:@(.+))?$/.exec(id) ?? [];
  return { namespace: addressPart(namespace), name: addressPart(name), version: addressPart(version) };
}

/**
 * The path of any item, from its address and package: `/wit/wasi/http/0.2.3/types/#method.fields.get`. An interface
 * and a world may not share a name, so both stand directly below their package.
 */
export function itemPath({ address, package: id }: Link, anchor = ''): string {
  const root = packagePath(id);
  const [, container = ''] = /^[^/]*\/([^.]+)/.exec(address) ?? [];
  return container ? `${root}${addressPart(container)}/${anchor && `#${anchor}`}` : root;
}

/** The anchor of an item on its page: kind and full name, so that a type and a function of one name do not meet. */
export function anchorOf(kind: string, address: string): string {
  const [, name] = /^[^/]*\/[^.]+\.(.+)$/.exec(address) ?? [];
  return name ? `${kind}.${name.replaceAll('%', '_')}` : '';
}

/** Every item of a package that has an address, in source order. */
export const namedItems: (pkg: Package) => NamedItem[] = remember((pkg) =>
  [...allItems(pkg)].map(({ kind, name, address, package: id, docs }) => ({
    kind,
    name,
    address,
    package: id,
    url: itemPath({ address, package: id }, anchorOf(kind, address)),
    ...(docs ? { docs } : {}),
  })),
);

/** A package's pages whatever its version, and the page of an interface or world that outlives releases. */
export function latestPath(name: string, item?: string): string {
  const root = `/wit/${name.split(':').map(addressPart).join('/')}/`;
  return item === undefined ? root : `${root}latest/${addressPart(item)}/`;
}

/** The page that shows two versions of a package side by side: one made with the site, or else in the browser. */
export function comparePath(name: string, older: string, newer: string): string {
  return `${latestPath(name)}compare/${addressPart(`${older}..${newer}`)}/`;
}
