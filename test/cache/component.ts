import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { blockingImports, type CacheImports } from '../../src/cache/index.ts';

/** What a guest in WebAssembly text exports. */
export interface WatGuest {
  run(n: number): number | Promise<number>;
}

/** How to build a guest. */
export interface BuildOptions {
  /** Whether it may suspend. */
  jspi?: boolean;
  /** What to do with jco's glue before it is loaded. */
  tune?: (glue: string) => string;
}

/** A built guest: any number of instances can be made of it. */
export interface Built {
  glue: string;
  instance(imports: CacheImports): Promise<WatGuest>;
}

const WORLD = `package witness:test;
world guest {
  import wasi:keyvalue/cache@0.1.0;
  import wasi:io/poll@0.2.0-rc-2023-11-10;
  export run: func(n: u32) -> u32;
}
`;

/** Builds `guests/<name>.wat` as a component, and its glue. */
export async function buildWat(name: string, options: BuildOptions = {}): Promise<Built> {
  const text = await readFile(new URL(`guests/${name}.wat`, import.meta.url), 'utf8');
  const embedded = await componentEmbed({
    binary: await parse(text),
    witSource: WORLD + (await packages()),
    world: 'guest',
  });
  const { files } = await transpileBytes(await componentNew(embedded, []), {
    name,
    instantiation: 'async',
    nodejsCompat: false,
    emitTypescriptDeclarations: false,
    noComponentErrorWrapping: false,
    ...(options.jspi
      ? { asyncMode: 'jspi' as const, asyncImports: [...blockingImports], asyncExports: ['run'] }
      : {}),
  });
  const glue = new TextDecoder().decode(files[`${name}.js`]);
  const { instantiate } = await load(options.tune ? options.tune(glue) : glue);
  const instance = (imports: CacheImports) =>
    instantiate(async (path) => WebAssembly.compile(files[path] as Uint8Array<ArrayBuffer>), imports);
  return { glue, instance };
}

type Instantiate = (
  core: (path: string) => Promise<WebAssembly.Module>,
  imports: CacheImports,
) => Promise<WatGuest>;

async function load(glue: string): Promise<{ instantiate: Instantiate }> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-guest-'));
  try {
    await writeFile(join(folder, 'guest.mjs'), glue);
    return await import(/* @vite-ignore */ pathToFileURL(join(folder, 'guest.mjs')).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The packages of the cache as nested packages of one text. */
async function packages(): Promise<string> {
  const texts = ['wasi_keyvalue@0.1.0', 'wasi_io@0.2.0-rc-2023-11-10'].map(async (name) => {
    const folder = new URL(`../../wit/${name}/`, import.meta.url);
    const files = await Promise.all(
      (await readdir(folder)).map((file) => readFile(new URL(file, folder), 'utf8')),
    );
    const header = /^package (.*);$/m;
    return `package ${files[0]?.match(header)?.[1]} {\n${files.map((file) => file.replace(header, '')).join('\n')}}\n`;
  });
  return (await Promise.all(texts)).join('\n');
}
