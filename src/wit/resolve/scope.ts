import type { FuncDef } from './resolved.ts';

/** What a name stands for: the index of a type, a function, or nothing, after a mistake that has been reported. */
export type Meaning = number | 'function' | 'unknown';

/** The names in an interface or world. */
export class Scope {
  readonly types: Map<string, number>;
  readonly #functions: ReadonlyMap<string, FuncDef> | undefined;
  #unknown: Set<string> | undefined;

  /** @param functions those of an interface: its functions and types have their names from one space */
  constructor(types: Map<string, number>, functions?: ReadonlyMap<string, FuncDef>) {
    this.types = types;
    this.#functions = functions;
  }

  get(name: string): Meaning | undefined {
    const type = this.types.get(name);
    if (type !== undefined) return type;
    if (this.#functions?.has(name)) return 'function';
    return this.#unknown?.has(name) ? 'unknown' : undefined;
  }

  /** Remembers a name about which nothing more is said. */
  forget(name: string): void {
    this.#unknown ??= new Set();
    this.#unknown.add(name);
  }

  names(): string[] {
    return [...this.types.keys(), ...(this.#functions?.keys() ?? []), ...(this.#unknown ?? [])];
  }
}
