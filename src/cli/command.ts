import type { ParseArgsConfig } from 'node:util';

/** 0 fine; 1 the input has errors, or the check found what it looks for; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The flags that were given, by name. */
export type Flags = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One command of `witness`: a file below `src/cli`, listed in `main.ts`. */
export interface Command {
  /** The words after the command's name, e.g. `PATH... [--deps DIR]`. */
  usage: string;
  /** One line for `witness --help`. */
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Standard output is the command's own; problems and progress go to standard error. */
  run(positionals: string[], flags: Flags): Promise<ExitCode> | ExitCode;
}

/** Thrown for wrong usage: its message goes to standard error and the exit code is 2. */
export class UsageError extends Error {}
