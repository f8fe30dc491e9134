import type { Ident, PackageId, UsePath, Version } from '../syntax/ast.ts';
import { compareVersions } from '../version.ts';

/** `ns:name@version` as text. */
export function packageText({ namespace, name, version }: PackageId): string {
  return textOf(namespace, name, version);
}

function textOf(namespace: Ident, name: Ident, version: Version | undefined): string {
  const plain = `${namespace.name}:${name.name}`;
  return version ? `${plain}@${version.text}` : plain;
}

/** `ns:name@version` of the package that a path leads into, if it leads out of its own. */
export function packageOfPath({ package: id, version }: UsePath): string | undefined {
  return id && textOf(id.namespace, id.name, version ?? id.version);
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
