import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { emptyGroup, type Group, readGroup } from '../../src/load/index.ts';

/** A folder made like this project, with `content/` and `wit/`, as if it were the project's own. */
export function folderGroup(root: string): Group {
  const at = (name: string) => relative(process.cwd(), join(root, name));
  return {
    ...emptyGroup(),
    isOwn: true,
    content: at('content'),
    wit: existsSync(join(root, 'wit')) ? [at('wit')] : [],
  };
}

/** Other people's files, as the flags of `witness build` name them. */
export function givenGroup(flags: {
  meetings?: string[];
  wit?: string[];
  proposals?: string;
}): Promise<Group> {
  return readGroup({ ...flags, isSite: true });
}
