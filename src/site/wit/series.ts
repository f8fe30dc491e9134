import type { Package } from '../../wit/index.ts';
import type { SeriesPage } from '../neighbours.ts';
import { itemPath, latestPath, packagePath } from './addresses.ts';
import { latestItems, pageItems } from './releases.ts';

/** The pages of one version of a package in the order of its own page: itself, its interfaces, its worlds. */
export function packageSeries(pkg: Package): SeriesPage[] {
  return [
    { kind: 'package', title: pkg.package, path: packagePath(pkg.package) },
    ...pageItems(pkg).map((one) => ({ kind: one.kind, title: one.name, path: itemPath(one) })),
  ];
}

/** The page of all versions, and what it lists, at the addresses that outlive releases. */
export function latestSeries(name: string, versions: readonly Package[]): SeriesPage[] {
  return [
    { kind: 'package', title: name, path: latestPath(name) },
    ...[...latestItems(versions)].flatMap(([item, pkg]) => {
      const one = pageItems(pkg).find((each) => each.name === item);
      return one ? [{ kind: one.kind, title: item, path: latestPath(name, item) }] : [];
    }),
  ];
}
