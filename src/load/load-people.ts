import { type KnownPerson, parsePeople } from '../meetings/index.ts';
import type { Parsed } from '../problem.ts';
import { folderFiles } from './folder-files.ts';

/** The alias file `people.yml` of a content folder; nobody when there is no such file. */
export async function loadPeople(content: string): Promise<Parsed<KnownPerson[]>> {
  const [file] = await folderFiles(content, /^people\.ya?ml$/);
  return file ? parsePeople(file) : { value: [], problems: [] };
}
