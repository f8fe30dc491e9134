import { type Loaded, loadContent, projectRoot } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { UnusableInput } from './usage-error.ts';

/** The project's own content. @throws UnusableInput when it has errors. */
export async function ownContent(): Promise<Loaded> {
  const loaded = await loadContent(projectRoot);
  if (hasErrors(loaded.problems)) throw new UnusableInput(loaded.problems, loaded.sources);
  return loaded;
}
