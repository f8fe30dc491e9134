import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { blockingImports, optimizeBindings } from '../cache/index.ts';
import { type BinaryShape, binaryShape } from '../wit/index.ts';
import { isOf, parseInterfaceName } from './interface-name.ts';

/** The exports of an instance, by name. */
export type Exports = Record<string, unknown>;

/** A component that can be instantiated any number of times. */
export interface LoadedComponent {
  shape: BinaryShape;
  /** @param imports an object of functions and classes for each of the shape's imports. */
  instantiate(imports: (name: string) => object | undefined): Promise<Exports>;
}

interface Glue {
  instantiate(core: (file: string) => WebAssembly.Module, imports: Record<string, object>): Promise<Exports>;
}

/** Thrown for a file that is no component, with a clause for the reader. */
export class NoComponent extends Error {}

/** The items of `wasi:io` 0.2 that may have to wait. */
const BLOCKING = /^poll$|pollable\.block$|stream\.blocking-/;
const CACHE_BLOCKING = new Set(blockingImports.map((name) => name.replace(/@[^#]*/, '')));

/** Transpiles a component. @throws NoComponent when the bytes are none. */
export async function loadComponent(bytes: Uint8Array): Promise<LoadedComponent> {
  const result = binaryShape(bytes);
  if ('error' in result) throw new NoComponent(result.error);
  const { shape } = result;
  if (shape.kind === 'module')
    throw new NoComponent('is a core module, not a component: wrap it with wasm-tools component new');
  const interfaces = shape.imports.filter(({ name }) => parseInterfaceName(name));
  const keys = new Map(interfaces.map(({ name }, at) => [name, `import-${at}`]));
  // Loaded when there is something to transpile: it takes a while.
  const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
  const { files } = await transpileBytes(bytes, {
    name: 'component',
    instantiation: 'async',
    emitTypescriptDeclarations: false,
    nodejsCompat: false,
    map: Object.fromEntries(keys),
    asyncMode: 'jspi',
    asyncImports: interfaces.flatMap(({ name, items }) =>
      items.filter((item) => mayWait(name, item)).map((item) => `${name}#${item}`),
    ),
    asyncExports: shape.exports.flatMap(({ name }) => entryOf(name) ?? []),
  }).catch((error: unknown) => {
    throw new NoComponent(`could not be transpiled: ${firstLine(error)}`);
  });
  const glue = await importGlue(tuned(new TextDecoder().decode(files['component.js'])));
  const cores = new Map(
    await Promise.all(
      Object.entries(files)
        .filter(([file]) => file.endsWith('.wasm'))
        .map(async ([file, core]) => [file, await WebAssembly.compile(new Uint8Array(core))] as const),
    ),
  );
  const core = (file: string): WebAssembly.Module => {
    const module = cores.get(file);
    if (!module) throw new Error(`the transpiled component has no ${file}`);
    return module;
  };
  return {
    shape,
    instantiate(imports) {
      const given = interfaces.map(({ name }) => [keys.get(name), imports(name) ?? {}]);
      const plain = shape.imports
        .filter(({ name }) => !keys.has(name))
        .map(({ name }) => [name, imports(name)]);
      return glue.instantiate(core, Object.fromEntries([...given, ...plain]));
    },
  };
}

function mayWait(name: string, item: string): boolean {
  const parsed = parseInterfaceName(name);
  if (!parsed) return false;
  const plain = `${parsed.namespace}:${parsed.package}/${parsed.interface}`;
  if (parsed.package === 'io') return BLOCKING.test(item);
  return CACHE_BLOCKING.has(`${plain}#${item}`);
}

/** The function of a 0.2 export that runs while imports wait. Those of 0.3 are asynchronous by their types. */
function entryOf(name: string): string | undefined {
  const parsed = parseInterfaceName(name);
  if (!parsed || !isOf('0.2', parsed.version)) return undefined;
  if (parsed.interface === 'run') return `${name}#run`;
  if (parsed.interface === 'incoming-handler') return `${name}#handle`;
  return undefined;
}

/** What makes jco's glue quick is taken where it is found: not every component's glue has all of it. */
function tuned(glue: string): string {
  try {
    return optimizeBindings(glue);
  } catch {
    return glue;
  }
}

async function importGlue(text: string): Promise<Glue> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-glue-'));
  try {
    const file = join(folder, 'component.mjs');
    await writeFile(file, text);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
