import type { CacheHost } from './cache-host.ts';

/**
 * The imports of a guest that uses the cache beside the rest of WASI: those of another host, such as
 * `new WASIShim().getImportObject()` of preview2-shim, under the names that jco's glue asks for, and those of this one.
 * Its `wasi:io` serves both.
 *
 * @typeParam Imports what the guest's `instantiate` takes; which of it comes from where is not checked.
 */
export function joinImports<Imports extends object>(host: CacheHost, others: object): Imports {
  const unversioned = Object.entries(others).map(([name, value]) => [name.replace(/@.*/, ''), value]);
  return { ...others, ...Object.fromEntries(unversioned), ...host.imports } as Imports;
}
