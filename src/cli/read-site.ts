import { join } from 'node:path';
import { loadExamples, siteExamples } from '../examples/node.ts';
import { type Group, type Loaded, loadContent, loadMatrix, projectRoot, ReadCache } from '../load/index.ts';
import { plainText } from '../report/index.ts';
import { type Content, toContent } from '../site/index.ts';
import { writeProblems } from './answer.ts';
import { commandGroup } from './command-group.ts';
import type { SiteFlags } from './site-flags.ts';

/** What a site is made of, and how many errors there are in it. */
export interface SiteInput {
  content: Content;
  errors: number;
  /** Errors in what was written for the site, without which it is not built. */
  ownErrors: number;
}

/** What the flags name, or what the group's file describes. @throws UnusableInput when that file is wrong */
export function siteGroup({ group, meetings, wit, proposals, testsuite }: SiteFlags): Promise<Group> {
  return commandGroup(group, { meetings, wit, proposals, testsuite, isSite: true });
}

/** What is kept from one reading to the next, while somebody writes. */
export interface Before {
  files?: ReadCache;
  examples?: Content['examples'];
  matrix?: Awaited<ReturnType<typeof readMatrix>>;
}

/**
 * Reads what the flags name, or the group's content, and reports every error.
 * @param before what is in here is not read again; examples are built and run only when they are not in here and
 *   nothing is wrong. All is put here.
 */
export async function readSite(
  flags: SiteFlags,
  progress: (message: string) => void = () => {},
  before: Before = {},
): Promise<SiteInput> {
  before.files ??= new ReadCache();
  const group = await siteGroup(flags);
  const loaded = await loadContent(group, flags.repository, before.files);
  before.matrix ??= await readMatrix(group.testsuite, flags.runs, flags.today, progress);
  for (const nothing of emptyInputs(flags, loaded))
    process.stderr.write(plainText(`\nwitness: ${nothing}\n`));
  const shown = loaded.own ? await loadExamples(join(projectRoot, 'runnable-examples')) : null;
  const problems = [...loaded.problems, ...(before.matrix?.problems ?? []), ...(shown?.problems ?? [])];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const ownErrors = errors.filter(({ path }) => loaded.isOurs(path)).length;
  writeProblems(errors, loaded.sources, flags.format);
  if (ownErrors === 0) before.examples ??= shown && (await siteExamples(new Date(), progress));
  return {
    content: toContent(
      withResults(loaded, before.matrix),
      before.examples ?? null,
      before.matrix?.value ?? null,
      flags.today,
    ),
    errors: errors.length,
    ownErrors,
  };
}

/** Gives the tracker the results of the official tests, by which it judges portability. */
function withResults(loaded: Loaded, matrix: Before['matrix']): Loaded {
  return matrix ? { ...loaded, tracker: { ...loaded.tracker, results: matrix.byPackage } } : loaded;
}

/** The results of the official tests; null where none were given. */
async function readMatrix(
  testsuite: string | null,
  runs: readonly string[],
  today: string,
  progress: (message: string) => void,
) {
  if (testsuite === null && runs.length === 0) return null;
  progress('reading the results of the official tests');
  return loadMatrix(testsuite, runs, today);
}

/** What was asked for and not found: a folder may have been named by mistake. */
function emptyInputs({ meetings, wit }: SiteFlags, loaded: Loaded): string[] {
  return [
    ...(meetings.length > 0 && loaded.meetings.length === 0
      ? [`no notes in ${meetings.join(', ')}: expected files that end in .md`]
      : []),
    ...(wit.length > 0 && loaded.packages.length === 0
      ? [`no WIT packages in ${wit.join(', ')}: expected folders with files that end in .wit`]
      : []),
  ];
}
