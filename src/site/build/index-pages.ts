import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Writes the full-text index of every page that has a `data-pagefind-body` into `<dir>/pagefind/`. */
export async function indexPages(dir: string): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: dir });
    const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) throw new Error(`the search index could not be written: ${failures.join('; ')}`);
  } finally {
    await close();
  }
}
