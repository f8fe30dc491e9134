import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { vocabulary } from '../search/spelling.ts';

/**
 * How many places of words one file of the index holds. A query fetches a file for each of its words, so that small
 * ones keep a sentence cheap; Pagefind's own 20,000 make files of 30 KB.
 */
const PLACES = 2000;

/** What a page says about itself between its words, and what only leads elsewhere. */
const NO_TEXT = ['.permalink', '.turn > .decision', '.wit-item h3 small', '.wit-head .links'];

/**
 * Writes the full-text index of every page that has a `data-pagefind-body` into `<dir>/pagefind/`, and the words that
 * it knows, for those who misspell one, into `<dir>/search/words/`.
 */
export async function indexPages(dir: string): Promise<void> {
  const output = join(dir, 'pagefind');
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= String(PLACES);
  const { index, errors } = await createIndex({ excludeSelectors: NO_TEXT });
  if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: dir });
    const written = await index.writeFiles({ outputPath: output });
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) throw new Error(`the search index could not be written: ${failures.join('; ')}`);
  } finally {
    await close();
  }
  const words = join(dir, 'search/words');
  await mkdir(words, { recursive: true });
  for (const [letter, list] of vocabulary(await textsOf(join(output, 'fragment')))) {
    await writeFile(join(words, `${letter}.json`), JSON.stringify(list));
  }
}

/** The text of every page, exactly as it was indexed: compressed JSON after a word of Pagefind's own. */
async function textsOf(fragments: string): Promise<string[]> {
  const files = await readdir(fragments);
  return Promise.all(
    files.map(async (file) => {
      const text = gunzipSync(await readFile(join(fragments, file))).toString('utf8');
      return (JSON.parse(text.slice(text.indexOf('{'))) as { content: string }).content;
    }),
  );
}
