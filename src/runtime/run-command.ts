import { parseInterfaceName } from './interface-name.ts';
import type { Exports, LoadedComponent } from './load-component.ts';
import { ExitError } from './preview2/cli.ts';

/** How a command ended: with the exit code it asked for, or in a trap, which has none. */
export type CommandEnd = { code: number } | { trap: string };

/** The name of the export through which a command is run, the newest version where it has several. */
export function commandExport({ shape }: LoadedComponent): string | undefined {
  return shape.exports
    .map(({ name }) => name)
    .filter((name) => {
      const parsed = parseInterfaceName(name);
      return parsed?.namespace === 'wasi' && parsed.package === 'cli' && parsed.interface === 'run';
    })
    .sort()
    .at(-1);
}

/**
 * Calls a command's `run` and waits for its end.
 * @param exited resolves when the guest calls `exit`, which it may do while its own call never returns.
 */
export async function runCommand(
  instance: Exports,
  name: string,
  exited: Promise<number>,
): Promise<CommandEnd> {
  const { run } = instance[name] as { run: () => unknown };
  const returned = Promise.resolve()
    .then(run)
    .then((value): CommandEnd => ({ code: isError(value) ? 1 : 0 }), endOf);
  return Promise.race([returned, exited.then((code) => ({ code }))]);
}

/** A result that jco gives as a value has a tag; a failed one that it throws has a payload. */
function endOf(error: unknown): CommandEnd {
  if (error instanceof ExitError) return { code: error.exitCode };
  if (error === undefined || (error instanceof Error && 'payload' in error)) return { code: 1 };
  return { trap: error instanceof Error ? error.message : String(error) };
}

function isError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'tag' in value && value.tag === 'err';
}
