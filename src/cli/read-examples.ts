import { fileURLToPath } from 'node:url';
import type { Example } from '../examples/index.ts';
import { loadExamples } from '../examples/node.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';

/** The project's own examples; undefined when they have errors, which are then on standard error. */
export async function readExamples(): Promise<Example[] | undefined> {
  const folder = fileURLToPath(new URL('../../runnable-examples', import.meta.url));
  const { value, problems } = await loadExamples(folder);
  if (problems.length > 0) process.stderr.write(toText(problems));
  return hasErrors(problems) ? undefined : value;
}
