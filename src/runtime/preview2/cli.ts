import { NodeInputStream } from './input-stream.ts';
import { NodeOutputStream } from './output-stream.ts';

/** Called by `exit`: the program is over, whatever is still under way. */
export type OnExit = (code: number) => void;

export interface CliOptions {
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  onExit: OnExit;
}

/** The interfaces of `wasi:cli` 0.2, on this process's own streams, by the second part of their names. */
export function cli({ args, env, onExit }: CliOptions): Record<string, object> {
  class TerminalInput {}
  class TerminalOutput {}
  let input: NodeInputStream | undefined;
  const output = new NodeOutputStream(process.stdout);
  const errors = new NodeOutputStream(process.stderr);
  const exit = (code: number): never => {
    onExit(code);
    throw new ExitError(code);
  };
  return {
    environment: {
      getEnvironment: () => Object.entries(env),
      getArguments: () => [...args],
      initialCwd: () => undefined,
    },
    exit: {
      exit: ({ tag }: { tag: string }) => exit(tag === 'err' ? 1 : 0),
      exitWithCode: exit,
    },
    stdin: {
      getStdin() {
        input ??= new NodeInputStream(process.stdin);
        return input;
      },
    },
    stdout: { getStdout: () => output },
    stderr: { getStderr: () => errors },
    'terminal-input': { TerminalInput },
    'terminal-output': { TerminalOutput },
    'terminal-stdin': { getTerminalStdin: () => (process.stdin.isTTY ? new TerminalInput() : undefined) },
    'terminal-stdout': { getTerminalStdout: () => (process.stdout.isTTY ? new TerminalOutput() : undefined) },
    'terminal-stderr': { getTerminalStderr: () => (process.stderr.isTTY ? new TerminalOutput() : undefined) },
  };
}

/** Unwinds a guest that called `exit`. */
export class ExitError extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`the component ended with ${exitCode}`);
    this.exitCode = exitCode;
  }
}
