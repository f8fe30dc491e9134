import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, WitLoader } from '../../../src/load/index.ts';
import { hasErrors } from '../../../src/problem.ts';
import { CORPUS, FIXTURES, fixturesIn, hasCorpus } from '../fixtures.ts';

/** Longer texts are mutated less: most of the time would go into reading what is not changed. */
const LONGEST = 12_000;

/** Texts to mutate: our own fixtures, valid and not, and the files and packages of the corpus where it is there. */
export function textsToMutate(): string[] {
  const own = ['json', 'problems'].flatMap((folder) => fixturesIn(join(FIXTURES, folder)));
  const others = hasCorpus ? corpusPaths() : [];
  const texts = [...own, ...others].flatMap((path) => textOf(path) ?? []);
  return texts.filter((text) => text.length <= LONGEST);
}

function corpusPaths(): string[] {
  const folders = ['wit-parser-ui', 'wit-parser-ui/parse-fail', 'wit'].map((folder) => join(CORPUS, folder));
  return folders.flatMap((folder) =>
    fixturesIn(folder).filter((path) => !path.endsWith('parse-fail') && statSync(path).size > 0),
  );
}

function textOf(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8');
  if (readdirSync(path).length === 0) return undefined;
  const { groups } = new WitLoader().load(
    path,
    path.startsWith(join(CORPUS, 'wit/')) ? [join(CORPUS, 'wit')] : [],
  );
  // What cannot be read cannot be put together into one text.
  if (groups.flat().some(({ problems }) => hasErrors(problems))) return undefined;
  return bundle(groups);
}
