import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WitLoader } from '../load/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import { history, type ItemLife, type PackageHistory, type Resolved } from '../wit/index.ts';
import { defineCommand } from './define-command.ts';
import { UsageError } from './usage-error.ts';
import { checkWit } from './wit-input.ts';

/** `witness wit history`: each item's life over a folder of package versions. */
export const command = defineCommand({
  args: 'DIR',
  summary: 'when each item of the packages in a folder came, changed, and went',
  options: {},
  run([folder]) {
    const loader = new WitLoader();
    const { releases, errors } = readReleases(loader, folder);
    const lives = history(releases);
    const leftOut = new Set(errors.map(({ path }) => path)).size;
    return {
      data: lives,
      text: lives.map(describeHistory).join('\n'),
      problems: errors,
      sources: loader.sources,
      ...(leftOut > 0 && { closing: `left out: ${leftOut} file(s) with errors` }),
    };
  },
});

/** Every package below a folder, with its dependencies looked up in the same folder; those with errors are told and left out. */
function readReleases(loader: WitLoader, folder: string): { releases: Resolved[]; errors: Problem[] } {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder}: no such folder`);
  const releases: Resolved[] = [];
  const errors: Problem[] = [];
  for (const path of packageFolders(folder)) {
    const { resolved, problems } = checkWit(loader, path, [folder], { allFeatures: true });
    const found = problems.filter(({ severity }) => severity === 'error');
    if (found.length > 0) errors.push(...found);
    else releases.push(resolved);
  }
  return { releases, errors: errors.sort(byPlace) };
}

/** Folders with `.wit` files and single `.wit` files directly below a folder. */
function packageFolders(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path).some((name) => name.endsWith('.wit'))
        : path.endsWith('.wit'),
    );
}

function describeHistory({ package: name, releases, items }: PackageHistory): string {
  const first = releases[0];
  const told = items.filter(({ events }) =>
    events.some(({ release, event }) => release !== first || event !== 'added'),
  );
  const quiet = items.length - told.length;
  const lines = told.map(describeLife);
  const rest = quiet > 0 ? [`  ${quiet} more, unchanged since ${first}`] : [];
  return `${[`${name}  ${releases.join(', ')}`, ...lines, ...rest].join('\n')}\n`;
}

function describeLife({ item, events }: ItemLife): string {
  const moments = events.map(
    ({ release, event, detail }) => `    ${release}  ${event}${detail ? `: ${detail}` : ''}`,
  );
  return [`  ${item}`, ...moments].join('\n');
}
