import { type ProposalNames, parseProposalNames } from '../meetings/index.ts';
import type { Parsed } from '../problem.ts';
import { folderFiles } from './folder-files.ts';

/** Other names of proposals, from `proposal-aliases.yml` of a content folder; none when there is no such file. */
export async function loadNames(content: string): Promise<Parsed<ProposalNames>> {
  const [file] = await folderFiles(content, /^proposal-aliases\.ya?ml$/);
  return file ? parseProposalNames(file) : { value: new Map(), problems: [] };
}
