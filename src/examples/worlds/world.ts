import type { CacheImports, Clock } from '../../cache/index.ts';

/** The exports of an instance, by name. */
export type Exports = Record<string, unknown>;

/** What a world may use while it makes imports for one instance and drives it. */
export interface WorldContext {
  /** The cache's imports; their classes of wasi:io are the ones that all streams and pollables have to be of. */
  cache: CacheImports;
  clock: Clock;
  /** How the clock is moved; absent where it is not ours. */
  advance?: (ms: number) => void;
  /** Whether an import may return a promise. */
  suspends: boolean;
  /** One line of the run's output. */
  print(line: string): void;
  /** Adds a crossing of the boundary to the trace. */
  trace(interfaceName: string, operation: string, args: (string | number)[], from: number): void;
  /** Ends the run with a message for the reader. */
  end(message: string): never;
}

/** One call of a fresh instance: what it imports besides the cache and WASI's stand-ins, and the call itself. */
export interface Prepared {
  imports: Record<string, object>;
  /** Throws what the instance throws, but for what the world itself calls a failure. */
  run(exports: Exports): Promise<void>;
}

/** A kind of program, and how it is called. */
export type World<Call> = (context: WorldContext, call: Call) => Prepared;

/** The end of this turn of the event loop, sooner than a timer would come. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** A function among exports, at a path such as `run` or `wasi:cli/run` `run`. */
export function exported(exports: Exports, ...path: string[]): (...args: unknown[]) => unknown {
  let found: unknown = exports;
  for (const name of path) {
    const object = found as Exports;
    // jco names an exported interface in full, with its version or without.
    const key = Object.keys(object).find((known) => known === name || known.startsWith(`${name}@`));
    found = key === undefined ? undefined : object[key];
  }
  if (typeof found !== 'function') throw new Error(`the component exports no ${path.join('.')}`);
  return found as (...args: unknown[]) => unknown;
}

/** Whether an export answered with the error of its result, rather than trapped. */
export function isFailure(error: unknown): error is Error & { payload: unknown } {
  return error instanceof Error && 'payload' in error;
}
