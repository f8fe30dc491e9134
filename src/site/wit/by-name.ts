import { compareVersions, type Package } from '../../wit/index.ts';

/** All versions of one package, the latest first. */
export interface PackageVersions {
  /** `wasi:keyvalue`. */
  name: string;
  versions: Package[];
}

/** Packages by name. One without a version comes last. */
export function byName(packages: readonly Package[]): PackageVersions[] {
  const names = Map.groupBy(packages, ({ name }) => name);
  return [...names]
    .map(([name, versions]) => ({
      name,
      versions: versions.toSorted((a, b) => compareVersions(b.version ?? '', a.version ?? '')),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
