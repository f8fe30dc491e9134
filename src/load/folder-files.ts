import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../problem.ts';

/** The files of a folder whose names match, by name; none when there is no such folder. */
export async function folderFiles(folder: string, wanted: RegExp): Promise<SourceFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(
    names
      .filter((name) => wanted.test(name))
      .sort()
      .map(async (name) => {
        const path = join(folder, name);
        return { path, text: await readFile(path, 'utf8') };
      }),
  );
}
