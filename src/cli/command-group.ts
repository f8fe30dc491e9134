import {
  type Group,
  type GroupFlags,
  type Loaded,
  loadContent,
  loadNames,
  readGroup,
} from '../load/index.ts';
import type { ProposalNames } from '../meetings/index.ts';
import { hasErrors } from '../problem.ts';
import type { GroupValues } from './group-options.ts';
import { UnusableInput, UsageError } from './usage-error.ts';

/**
 * What a command is about. @param flags what takes the place of what the file says
 * @throws UnusableInput when the file is wrong, or a path in it leads nowhere
 */
export async function commandGroup(values: GroupValues, flags: GroupFlags = {}): Promise<Group> {
  const group = await readGroup({ ...flags, config: values.config, sources: sourcesIn(values.source) });
  if (hasErrors(group.problems)) throw new UnusableInput(group.problems, group.texts);
  return group;
}

/** Everything of the group that a command is about. @throws UnusableInput when what somebody wrote for it has errors */
export async function groupContent(values: GroupValues, flags: GroupFlags = {}): Promise<Loaded> {
  const loaded = await loadContent(await commandGroup(values, flags));
  const own = loaded.problems.filter(({ path }) => loaded.isOurs(path));
  if (hasErrors(own)) throw new UnusableInput(own, loaded.sources);
  return loaded;
}

/** The other names of proposals in the group that a command is about. */
export async function groupNames(values: GroupValues): Promise<ProposalNames> {
  const { content } = await commandGroup(values);
  return content === null ? new Map() : (await loadNames(content)).value;
}

function sourcesIn(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((one): [string, string] => {
      const [, name, path] = /^([A-Za-z][\w.-]+)=(.+)$/s.exec(one) ?? [];
      if (!name || !path) throw new UsageError(`--source: expected NAME=PATH, found "${one}"`);
      return [name, path];
    }),
  );
}
