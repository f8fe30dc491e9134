import { fetchSources, type Group, readGroup } from '../load/index.ts';
import { guess } from '../schema/index.ts';
import { defineCommand } from './define-command.ts';
import { progressLine } from './progress.ts';
import { UnusableInput, UsageError } from './usage-error.ts';

/** `witness fetch`: the repositories that a group names, into `.witness/sources/`. */
export const command = defineCommand({
  args: '[NAME...]',
  summary: 'clone the sources of witness.yml, or bring them up to date, with your own git',
  options: {},
  async run(names, { config }) {
    const group = await readGroup({ config });
    expectReadable(group);
    for (const name of names) {
      if (group.sources.has(name)) continue;
      const hint =
        guess(name, group.sources.keys()) ?? `there are: ${[...group.sources.keys()].join(', ') || 'none'}`;
      throw new UsageError(`no source "${name}" in ${group.file}; ${hint}`);
    }
    const progress = progressLine();
    const fetched = await fetchSources(group, names, progress.say);
    const failed = fetched.filter(({ error }) => error !== undefined);
    progress.end(`${fetched.length - failed.length} of ${fetched.length} sources are up to date`);
    const told = failed.map(
      ({ name, address, error }) => `${name} could not be had from ${address}: ${error}\n`,
    );
    process.stderr.write(told.join(''));
    return { data: fetched, text: '', code: failed.length > 0 ? 1 : 0 };
  },
});

/** Paths that lead nowhere yet may be what is to be fetched; a file that cannot be read names no source. */
function expectReadable({ problems, texts }: Group): void {
  const broken = problems.filter(({ rule }) => rule !== 'group/source-not-fetched' && rule !== 'group/path');
  if (broken.length > 0) throw new UnusableInput(broken, texts);
}
