import type { PackageId } from '../ast.ts';
import { compareVersions } from '../version.ts';

/** `ns:name@version` as text. */
export function packageText(id: PackageId): string {
  const name = `${id.namespace.name}:${id.name.name}`;
  return id.version ? `${name}@${id.version.text}` : name;
}

/** The order in which packages are visited: by namespace, name, then version, none before any. */
export function comparePackages(a: PackageId, b: PackageId): number {
  return (
    compareText(a.namespace.name, b.namespace.name) ||
    compareText(a.name.name, b.name.name) ||
    (a.version && b.version
      ? compareVersions(a.version.text, b.version.text)
      : Number(!!a.version) - Number(!!b.version))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
