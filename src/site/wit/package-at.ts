import type { Package } from '../../wit/index.ts';
import { packagePath } from './addresses.ts';

/** The package whose page has this address. @throws when there is none. */
export function packageAt(
  packages: readonly Package[],
  { namespace, name, version }: Record<string, string | undefined>,
): Package {
  const path = `/wit/${namespace}/${name}/${version}/`;
  const found = packages.find((pkg) => packagePath(pkg.package) === path);
  if (!found) throw new Error(`no package at ${path}`);
  return found;
}
