import { compareVersions } from '../wit/index.ts';

/** The parts of `wasi:http/types@0.3.0`. */
export interface InterfaceName {
  namespace: string;
  package: string;
  interface: string;
  /** Empty where the name has none. */
  version: string;
}

/** The parts of an interface's full name; undefined for a plain name, such as that of a function. */
export function parseInterfaceName(name: string): InterfaceName | undefined {
  const match = /^([^:/@]+):([^:/@]+)\/([^:/@]+)(?:@(.+))?$/.exec(name);
  if (!match) return undefined;
  const [, namespace = '', pkg = '', face = '', version = ''] = match;
  return { namespace, package: pkg, interface: face, version };
}

/** Whether a version is that of a release's line, drafts and candidates of it included: 0.2.3 is of `0.2`. */
export function isOf(line: string, version: string): boolean {
  return version === line || version.startsWith(`${line}.`);
}

/** Names of the same interface, oldest version first. */
export function byVersion(names: readonly InterfaceName[]): InterfaceName[] {
  return [...names].sort((a, b) => compareVersions(a.version, b.version));
}
