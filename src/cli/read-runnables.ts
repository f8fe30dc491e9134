import { fileURLToPath } from 'node:url';
import type { Doctest, Example } from '../examples/index.ts';
import { loadDoctests, loadExamples } from '../examples/node.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { UnusableInput } from './usage-error.ts';

/** Everything that can be run: the folders of examples, and the examples inside pages. */
export interface Runnables {
  examples: Example[];
  doctests: Doctest[];
  /** Warnings only. */
  problems: Problem[];
}

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The project's own examples. @throws UnusableInput when they have errors. */
export async function readRunnables(): Promise<Runnables> {
  const examples = await loadExamples(folder('runnable-examples'));
  const doctests = await loadDoctests(folder('content'));
  const problems = [...examples.problems, ...doctests.problems];
  if (hasErrors(problems)) throw new UnusableInput(problems);
  return { examples: examples.value, doctests: doctests.value, problems };
}
