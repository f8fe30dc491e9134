import type { BinaryShape } from '../wit/index.ts';
import { OFFERED, type Offer } from './host.ts';
import { parseInterfaceName } from './interface-name.ts';

/** Something that a component imports and the host does not have. */
export interface MissingImport {
  /** The interface as it is imported, or a plain function's name. */
  name: string;
  /** The functions that are wanted, where the interface is there and they are not. */
  items: string[];
}

/** What of a component's imports is not there: whole interfaces, or single functions of them. */
export function missingImports(shape: BinaryShape, offer: Offer): MissingImport[] {
  return shape.imports.flatMap(({ name, items }) => {
    const offered = offer(name);
    // Of an interface without functions or resources only types are used: it asks nothing of a host.
    if (!offered) return items.length === 0 && parseInterfaceName(name) ? [] : [{ name, items: [] }];
    const missing = items.filter((item) => !has(offered, item));
    return missing.length > 0 ? [{ name, items: missing }] : [];
  });
}

function has(offered: object, item: string): boolean {
  const [, kind, rest = ''] = /^\[(.+?)\](.+)$/.exec(item) ?? [];
  if (kind === undefined) return typeof named(offered, item) === 'function';
  if (kind === 'constructor') return typeof named(offered, rest) === 'function';
  // Methods of our own classes may stand on each instance, so that only statics can be looked for.
  if (kind !== 'static') return true;
  const [resource = '', method = ''] = rest.split('.');
  const type = named(offered, resource);
  return typeof type === 'function' && typeof Reflect.get(type, camel(method)) === 'function';
}

/** A function or class of an interface, under the name that jco gives it. */
function named(offered: object, name: string): unknown {
  const key = camel(name);
  return Reflect.get(offered, key) ?? Reflect.get(offered, key[0]?.toUpperCase() + key.slice(1));
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * One sentence for each missing import: what is wanted, and which versions of the package are here.
 * @param releases the releases in which an interface stands, by its name without a version.
 */
export function explainMissing(
  missing: readonly MissingImport[],
  releases: (name: string) => string[] = () => [],
): string {
  const lines = missing.map(({ name, items }) => {
    const parsed = parseInterfaceName(name);
    if (!parsed) return `  ${name}: a function of the component's own world, which no host has`;
    const plain = `${parsed.namespace}:${parsed.package}/${parsed.interface}`;
    const here = OFFERED.filter(({ packages }) => packages.includes(`${parsed.namespace}:${parsed.package}`));
    const versions = here.map(({ versions }) => versions).join(' and ');
    const found = releases(plain);
    return [
      items.length > 0 ? `  ${name}: has no ${items.join(', ')} here` : `  ${name}: is not here`,
      versions ? `; ${parsed.namespace}:${parsed.package} is here in ${versions}` : '',
      found.length > 0 ? `; it stands in ${found.join(', ')}` : '; no release known here has it',
    ].join('');
  });
  return `the component imports what is not here:\n${lines.join('\n')}`;
}
