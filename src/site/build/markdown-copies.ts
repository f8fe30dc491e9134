import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from '../markdown/from-html.ts';

/** A page that stands for one that is not there. */
const NOT_FOUND = '404.html';

/** Writes, for every page, what it says as Markdown, at its address: `/people.md`. */
export async function writeMarkdownCopies(dir: string): Promise<void> {
  const files = await readdir(dir, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.html') && name !== NOT_FOUND)) {
    const copy = join(dir, file.replace(/(?<=.)[/\\]index\.html$|\.html$/, '.md'));
    const text = fromHtml(await readFile(join(dir, file), 'utf8'));
    if (text !== undefined) await writeFile(copy, text);
  }
}
