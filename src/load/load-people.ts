import { join, relative } from 'node:path';
import { type KnownPerson, parsePeople } from '../meetings/index.ts';
import type { Parsed } from '../problem.ts';
import { folderFiles } from './folder-files.ts';

/** The alias file `content/people.yml`; nobody when there is no such file. */
export async function loadPeople(root: string): Promise<Parsed<KnownPerson[]>> {
  const content = relative(process.cwd(), join(root, 'content')) || '.';
  const [file] = await folderFiles(content, /^people\.ya?ml$/);
  return file ? parsePeople(file) : { value: [], problems: [] };
}
