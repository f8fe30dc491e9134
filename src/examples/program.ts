import type { Exports } from './worlds/world.ts';

/** A transpiled component, ready to be instantiated any number of times. */
export interface Program {
  instantiate(imports: Record<string, object>): Promise<Exports>;
  /** Whether it is the build that can wait in an import. */
  suspends: boolean;
}

/** What jco generates: `instantiate` of a transpilation with `instantiation: 'async'`. */
export interface Glue {
  instantiate(
    core: (file: string) => Promise<WebAssembly.Module>,
    imports: Record<string, object>,
  ): Promise<Exports>;
}

/** Whether this engine can suspend WebAssembly while a host's promise is pending (JSPI). */
export function canSuspend(): boolean {
  return 'Suspending' in WebAssembly;
}

/**
 * Binds a transpilation to its core modules, each compiled once.
 * @param cores the files that it will ask for: they are fetched at once, beside one another.
 */
export async function program(
  glue: Promise<Glue>,
  suspends: boolean,
  cores: readonly string[],
  bytes: (file: string) => Promise<BufferSource>,
): Promise<Program> {
  const modules = new Map(
    cores.map((file) => [file, bytes(file).then((module) => WebAssembly.compile(module))]),
  );
  const core = (file: string) => {
    const module = modules.get(file);
    if (!module) throw new Error(`the component has no core module ${file}`);
    return module;
  };
  const [{ instantiate }] = await Promise.all([glue, ...modules.values()]);
  return { suspends, instantiate: (imports) => instantiate(core, imports) };
}
