import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../problem.ts';

/** Reads the Markdown files at or below each path, in the order given and then by name. Throws when a path does not exist. */
export async function noteFiles(paths: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(paths.map(markdownBelow));
  return Promise.all(
    [...new Set(found.flat())].map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  );
}

async function markdownBelow(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => {
    throw new Error(`no file or folder "${path}"`);
  });
  if (!info.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.endsWith('.md') && !/(?:^|[\\/])(?:README\.md|node_modules[\\/])/u.test(name))
    .sort()
    .map((name) => join(path, name));
}
