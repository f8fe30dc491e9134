import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Parsed } from '../../problem.ts';
import type { Example } from '../model.ts';
import { listExamples } from '../parse-examples.ts';

/** The examples in a folder, `runnable-examples` of a checkout; paths in problems are relative to `base`. */
export async function loadExamples(folder: string, base: string = process.cwd()): Promise<Parsed<Example[]>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths
    .filter((path) => /\/(example\.js|README\.md|expected\.yml|wit\/world\.wit)$/.test(path))
    .sort();
  return listExamples(
    await Promise.all(
      texts.map(async (path) => ({ path: relative(base, path), text: await readFile(path, 'utf8') })),
    ),
  );
}
