import { type Loaded, loadContent, projectRoot } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';

/** The project's own content; null after every problem was reported, when one of them is an error. */
export async function ownContent(): Promise<Loaded | null> {
  const loaded = await loadContent(projectRoot);
  if (loaded.problems.length > 0) process.stderr.write(toText(loaded.problems, loaded.sources));
  return hasErrors(loaded.problems) ? null : loaded;
}
