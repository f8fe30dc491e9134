import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, relative } from 'node:path';

/**
 * WIT of WASI that npm packages ship: a file of nested packages, or a folder with a folder for each package. Not jco's
 * 0.2.10, which is cut down, and whose sockets have a function that is no part of WASI.
 */
const SHIPPED: [npmPackage: string, path: string][] = [
  ['@spinframework/wasi-http-proxy', 'wit/wasi-http@0.2.3.wit'],
  ['@bytecodealliance/jco', 'lib/wit/builtin/0.2.12'],
  ['@bytecodealliance/jco', 'lib/wit/builtin/0.3.0'],
];

/** The paths of the WASI packages that are installed; those that are not are left out. */
export function shippedWit(): string[] {
  return SHIPPED.flatMap(([name, path]) => {
    const manifest = find(name);
    const full = manifest && relative(process.cwd(), join(dirname(manifest), path));
    return full && existsSync(full) ? [full] : [];
  });
}

function find(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url);
  } catch {
    return undefined;
  }
}
