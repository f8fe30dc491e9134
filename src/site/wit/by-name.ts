import type { Package } from '../../wit/index.ts';

/** All versions of one package, the latest first. */
export interface PackageVersions {
  /** `wasi:keyvalue`. */
  name: string;
  versions: Package[];
}

/** Packages by name. Versions come in the order of semantic versioning as far as numbers tell, the latest first. */
export function byName(packages: readonly Package[]): PackageVersions[] {
  const names = Map.groupBy(packages, ({ namespace, name }) => `${namespace}:${name}`);
  return [...names]
    .map(([name, versions]) => ({
      name,
      versions: versions.toSorted((a, b) => -compareVersions(a.version, b.version)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Order of two versions: numbers as numbers, a pre-release before its release, no version before all. */
export function compareVersions(a = '', b = ''): number {
  const [x, y] = [a.split(/[-+]/), b.split(/[-+]/)];
  const numbers = compareParts((x[0] ?? '').split('.'), (y[0] ?? '').split('.'));
  if (numbers !== 0) return numbers;
  if (x.length !== y.length && (x.length === 1 || y.length === 1)) return x.length === 1 ? 1 : -1;
  return compareParts(x.slice(1), y.slice(1));
}

function compareParts(a: string[], b: string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [x = '', y = ''] = [a[at], b[at]];
    const order = /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}
