import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { optimizeBindings } from '../../cache/index.ts';
import { limitMemory } from './memory-limit.ts';

/** A component to build from JavaScript. Paths are absolute. */
export interface ComponentSource {
  /** Names the files: `<name>.wasm`. */
  name: string;
  /** The entry file; relative imports are followed as far as the project goes. */
  entry: string;
  /** A folder with the `.wit` files of the world's own package. */
  wit: string;
  /** Packages that the world names, as folders of `.wit` files. */
  dependencies: string[];
  world: string;
  /** Imports that may block, by jco's full names, e.g. `wasi:io/poll@0.2.0-rc-2023-11-10#poll`. */
  blockingImports: string[];
  /** Exports that call them. */
  blockingExports: string[];
  /** Whether its exports are `async func`: then it runs only where WebAssembly can be suspended. */
  isAsync?: boolean;
}

/** What a build leaves behind: one folder with the component and its two transpilations. */
export interface BuiltComponent {
  name: string;
  /** Absolute path of the folder. */
  dir: string;
  /** What the folder is called where it is published: with the digest, so that it never changes. */
  folder: string;
  /** The component: `<name>.wasm` in the folder. */
  component: string;
  bytes: number;
  /** SHA-256 of the component in hexadecimal. */
  digest: string;
  /** Core modules that both transpilations instantiate, with their sizes. */
  cores: { file: string; bytes: number }[];
  /** ES modules that export `instantiate`: for engines with JSPI, and for all others. */
  glue: { jspi: string; sync: string };
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OUTPUT = join(ROOT, '.witness/components');
/** Components may import the guest's helpers. */
const GUEST = fileURLToPath(new URL('../guest', import.meta.url));
const MEMORY_PAGES = 1024; // 64 MiB, of which QuickJS takes 1.5 at its start
const MANIFEST = 'manifest.json';
/** The code that decides what a build makes of its sources. */
const RECIPE = [
  new URL('./component.ts', import.meta.url),
  new URL('./memory-limit.ts', import.meta.url),
  new URL('../../cache/optimize-bindings.ts', import.meta.url),
];
const OLD_MS = 24 * 60 * 60 * 1000;

/**
 * Builds and transpiles a component, or finds the build of the same sources. The bytes of two builds differ in the
 * hash seeds that QuickJS's snapshot holds, so a build is made once and then shared by tests, pages and downloads.
 */
export async function buildComponent(source: ComponentSource): Promise<BuiltComponent> {
  const dir = join(OUTPUT, `${source.name}-${(await fingerprint(source)).slice(0, 16)}`);
  if (!existsSync(dir)) await make(source, dir);
  return { ...JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')), dir };
}

async function make(source: ComponentSource, dir: string): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  const work = await mkdtemp(join(OUTPUT, '.work-'));
  try {
    const component = await componentize(source, join(work, 'wit'));
    await rm(join(work, 'wit'), { recursive: true });
    await writeFile(join(work, `${source.name}.wasm`), component);
    const cores = await transpile(source, component, work);
    const digest = createHash('sha256').update(component).digest('hex');
    const built: Omit<BuiltComponent, 'dir'> = {
      name: source.name,
      folder: `${source.name}-${digest.slice(0, 16)}`,
      component: `${source.name}.wasm`,
      bytes: component.length,
      digest,
      cores,
      glue: { jspi: 'jspi.js', sync: source.isAsync ? 'jspi.js' : 'sync.js' },
    };
    await writeFile(join(work, MANIFEST), `${JSON.stringify(built, null, 2)}\n`);
    await chmod(work, 0o755);
    // Another process may have been faster; its build is as good.
    await rename(work, dir).catch((error: unknown) => {
      if (!existsSync(join(dir, MANIFEST))) throw error;
    });
    await forgetOld(source.name, dir);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Removes builds of earlier sources, and what builds that were broken off left behind. */
async function forgetOld(name: string, current: string): Promise<void> {
  for (const entry of await readdir(OUTPUT)) {
    const path = join(OUTPUT, entry);
    if (path === current || !(entry.startsWith(`${name}-`) || entry.startsWith('.work-'))) continue;
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > OLD_MS) await rm(path, { recursive: true, force: true });
  }
}

async function componentize(source: ComponentSource, wit: string): Promise<Uint8Array> {
  await cp(source.wit, wit, { recursive: true });
  for (const dependency of source.dependencies) {
    await cp(dependency, join(wit, 'deps', dependency.split('/').at(-1) ?? ''), { recursive: true });
  }
  const { componentize } = await import('componentize-qjs');
  const { component } = await componentize({
    witPath: wit,
    world: source.world,
    jsSource: await readFile(source.entry, 'utf8'),
    jsPath: source.entry,
    moduleRoot: ROOT,
    sync: !source.isAsync,
    optSize: true,
  });
  return component;
}

async function transpile(source: ComponentSource, component: Uint8Array, work: string) {
  const jco = await import('@bytecodealliance/jco-transpile');
  const cores = new Map<string, number>();
  const modes = source.isAsync ? (['jspi'] as const) : (['sync', 'jspi'] as const);
  for (const mode of modes) {
    const blocking = { asyncImports: source.blockingImports, asyncExports: source.blockingExports };
    const { files } = await jco.transpileBytes(component, {
      name: source.name,
      instantiation: 'async',
      emitTypescriptDeclarations: false,
      noComponentErrorWrapping: false,
      nodejsCompat: false,
      // An `async func` waits by its type.
      ...(source.isAsync ? {} : { asyncMode: mode }),
      ...(mode === 'jspi' && !source.isAsync ? blocking : {}),
    });
    for (const [file, content] of Object.entries(files)) {
      if (file.endsWith('.wasm')) {
        const limited = limitMemory(content, MEMORY_PAGES);
        cores.set(file, limited.length);
        await writeFile(join(work, file), limited);
      } else if (file === `${source.name}.js`) {
        await writeFile(
          join(work, `${mode}.js`),
          await smaller(optimizeBindings(new TextDecoder().decode(content))),
        );
      }
    }
  }
  return [...cores].map(([file, bytes]) => ({ file, bytes }));
}

async function smaller(glue: string): Promise<string> {
  return (await transform(glue, { minify: true, lineLimit: 200, format: 'esm', target: 'es2022' })).code;
}

/** Everything that decides what a build contains. */
async function fingerprint(source: ComponentSource): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify({ ...source, entry: '', wit: '', dependencies: [] }));
  for (const name of ['componentize-qjs', '@bytecodealliance/jco-transpile', 'esbuild'])
    hash.update(await version(name));
  for (const file of RECIPE) hash.update(await readFile(file));
  for (const folder of [GUEST, dirname(source.entry), source.wit, ...source.dependencies]) {
    for (const file of (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) =>
      f.isFile(),
    )) {
      const path = join(file.parentPath, file.name);
      if (!/\.(js|wit)$/.test(path)) continue;
      hash.update(`\0${relative(folder, path)}\0`).update(await readFile(path));
    }
  }
  return hash.digest('hex');
}

async function version(name: string): Promise<string> {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`the package ${name} is not installed`);
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}
