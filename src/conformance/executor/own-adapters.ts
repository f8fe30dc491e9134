import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Adapter, adapter } from '../model/adapter.ts';

/**
 * The programs that come with Witness: `witness run` and `witness serve` for components, and Node's own WASI for core
 * modules. @param witness the words with which this very program is called.
 */
export function ownAdapters([program = '', ...own]: readonly string[]): { jco: Adapter; node: Adapter } {
  return {
    jco: adapter.parse({
      name: 'jco',
      program,
      version: `${versionOf('@bytecodealliance/jco-transpile')} with preview3-shim ${versionOf('@bytecodealliance/preview3-shim')}; standard streams and HTTP server of Witness`,
      targets: ['wasm32-wasip2', 'wasm32-wasip3'],
      worlds: {
        'wasi:cli/command': [...own, 'run', '{env}', '{dirs}', '{component}', '--', '{args}'],
        'wasi:http/service': [...own, 'serve', '{env}', '{dirs}', '{component}', '--', '{args}'],
      },
    }),
    node: adapter.parse({
      name: 'node',
      program,
      version: process.versions.node,
      targets: ['wasm32-wasip1'],
      worlds: {
        'wasi:cli/command': [
          '--no-warnings',
          fileURLToPath(new URL('../preview1/run-module.ts', import.meta.url)),
          '{env}',
          '{dirs}',
          '{component}',
          '--',
          '{args}',
        ],
      },
    }),
  };
}

function versionOf(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  return path ? JSON.parse(readFileSync(path, 'utf8')).version : 'unknown';
}
