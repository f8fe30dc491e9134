/** What a component's instance offers here: `run` of the guest's world. */
export interface Instance {
  run(source: string): void | Promise<void>;
}

/** A transpiled component, ready to be instantiated any number of times. */
export interface Program {
  instantiate(imports: Record<string, object>): Promise<Instance>;
  /** Whether it is the build that can wait in an import. */
  suspends: boolean;
}

/** What jco generates: `instantiate` of a transpilation with `instantiation: 'async'`. */
export interface Glue {
  instantiate(
    core: (file: string) => Promise<WebAssembly.Module>,
    imports: Record<string, object>,
  ): Promise<Instance>;
}

/** Whether this engine can suspend WebAssembly while a host's promise is pending (JSPI). */
export function canSuspend(): boolean {
  return 'Suspending' in WebAssembly;
}

/** Binds a transpilation to its core modules, each compiled once. */
export function program(
  glue: Glue,
  suspends: boolean,
  bytes: (file: string) => Promise<BufferSource>,
): Program {
  const modules = new Map<string, Promise<WebAssembly.Module>>();
  const core = (file: string) => {
    const module = modules.get(file) ?? bytes(file).then(WebAssembly.compile);
    modules.set(file, module);
    return module;
  };
  return { suspends, instantiate: (imports) => glue.instantiate(core, imports) };
}
