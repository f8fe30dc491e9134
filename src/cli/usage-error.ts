import type { Problem } from '../problem.ts';

/** Thrown for wrong usage: its message goes to standard error and the exit code is 2. */
export class UsageError extends Error {}

/** Thrown when what a command stands on has errors, so that there is nothing to answer: they are shown and the exit code is 1. */
export class UnusableInput extends Error {
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;

  constructor(problems: readonly Problem[], sources: ReadonlyMap<string, string> = new Map()) {
    super('the input has errors');
    this.problems = problems;
    this.sources = sources;
  }
}
