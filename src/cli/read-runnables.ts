import { fileURLToPath } from 'node:url';
import type { Doctest, Example } from '../examples/index.ts';
import { loadDoctests, loadExamples } from '../examples/node.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';

/** Everything that can be run: the folders of examples, and the examples inside pages. */
export interface Runnables {
  examples: Example[];
  doctests: Doctest[];
}

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The project's own examples; undefined when they have errors, which are then on standard error. */
export async function readRunnables(): Promise<Runnables | undefined> {
  const examples = await loadExamples(folder('runnable-examples'));
  const doctests = await loadDoctests(folder('content'));
  const problems = [...examples.problems, ...doctests.problems];
  if (problems.length > 0) process.stderr.write(toText(problems));
  return hasErrors(problems) ? undefined : { examples: examples.value, doctests: doctests.value };
}
