import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { WASIShim } from '@bytecodealliance/preview2-shim/instantiation';
import { componentize } from 'componentize-qjs';
import type { CacheImports } from '../../../src/cache/index.ts';
import type { WatGuest } from '../../cache/component.ts';

const SOURCE = `
import * as cache from 'wasi:keyvalue/cache@0.1.0';
export function run(n) {
  let hits = 0;
  for (let i = 0; i < n; i++) {
    const future = cache.get(KEYS[i % 1000]);
    const value = future.futureGetResultGet()?.val;
    if (value) {
      hits++;
      value[Symbol.dispose]();
    }
    future[Symbol.dispose]();
  }
  return hits;
}
const KEYS = Array.from({ length: 1000 }, (_, i) => 'key-' + String(i).padStart(3, '0'));
`;

const WORLD = `package witness:bench;
world guest {
  import wasi:keyvalue/cache@0.1.0;
  export run: func(n: u32) -> u32;
}
`;

/** The guest that test/cache/guests/get.wat is, in JavaScript on QuickJS; twice, with two versions of its glue. */
export async function quickJsGuests(
  tunes: ((glue: string) => string)[],
): Promise<((imports: CacheImports) => Promise<WatGuest>)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-bench-'));
  try {
    await mkdir(join(folder, 'wit', 'deps'), { recursive: true });
    await writeFile(join(folder, 'wit', 'guest.wit'), WORLD);
    for (const name of ['wasi_keyvalue@0.1.0', 'wasi_io@0.2.0-rc-2023-11-10']) {
      const source = new URL(`../../../wit/${name}`, import.meta.url);
      await cp(source, join(folder, 'wit', 'deps', name), { recursive: true });
    }
    const { component } = await componentize({
      witPath: join(folder, 'wit'),
      world: 'guest',
      jsSource: SOURCE,
      sync: true,
      optSize: true,
    });
    const { files } = await transpileBytes(component, {
      name: 'guest',
      instantiation: 'async',
      nodejsCompat: false,
      emitTypescriptDeclarations: false,
      noComponentErrorWrapping: false,
    });
    const glue = new TextDecoder().decode(files['guest.js']);
    return await Promise.all(
      tunes.map(async (tune, at) => {
        await writeFile(join(folder, `guest-${at}.mjs`), tune(glue));
        const { instantiate } = await import(pathToFileURL(join(folder, `guest-${at}.mjs`)).href);
        const core = async (path: string) => WebAssembly.compile(files[path] as Uint8Array<ArrayBuffer>);
        return (imports: CacheImports) => instantiate(core, { ...wasi(), ...imports });
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What QuickJS links of WASI, under names without versions. */
function wasi(): Record<string, unknown> {
  const versioned = new WASIShim().getImportObject();
  return Object.fromEntries(
    Object.entries(versioned).map(([name, value]) => [name.replace(/@.*/, ''), value]),
  );
}
