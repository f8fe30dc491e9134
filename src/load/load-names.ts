import { join, relative } from 'node:path';
import { type ProposalNames, parseProposalNames } from '../meetings/index.ts';
import type { Parsed } from '../problem.ts';
import { folderFiles } from './folder-files.ts';

/** Other names of proposals, from `content/proposal-aliases.yml`; none when there is no such file. */
export async function loadNames(root: string): Promise<Parsed<ProposalNames>> {
  const content = relative(process.cwd(), join(root, 'content')) || '.';
  const [file] = await folderFiles(content, /^proposal-aliases\.ya?ml$/);
  return file ? parseProposalNames(file) : { value: new Map(), problems: [] };
}
