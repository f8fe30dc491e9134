import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Parsed } from '../../problem.ts';
import { type Doctest, findDoctests, withOutputs } from '../doctests.ts';
import { type ExampleRun, type RunSettings, runSource } from './run-example.ts';
import type { Runner } from './runner.ts';

/** The examples in the pages below a folder; paths are relative to `base`. */
export async function loadDoctests(folder: string, base: string = process.cwd()): Promise<Parsed<Doctest[]>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name));
  const found = await Promise.all(
    pages.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      // Minutes may quote code that nobody meant to run.
      const strict = !path.includes('/meetings/');
      return findDoctests({ path: relative(base, path), text: await readFile(path, 'utf8') }, strict);
    }),
  );
  const byId = (a: Doctest, b: Doctest) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line);
  return {
    value: found.flatMap(({ value }) => value).sort(byId),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** Runs an example of a page and compares its output with the page's. */
export async function runDoctest(
  runner: Runner,
  doctest: Doctest,
  settings: RunSettings = {},
): Promise<ExampleRun> {
  const run = await runSource(runner, doctest.source, doctest.host, settings);
  const { expected, id } = doctest;
  return { ...run, id, expected, ok: run.ok && run.output === expected };
}

/** Writes what examples printed into their pages, for review. Returns the pages that changed. */
export async function updateDoctests(
  doctests: readonly Doctest[],
  runs: readonly ExampleRun[],
  base: string = process.cwd(),
): Promise<string[]> {
  const changed: string[] = [];
  for (const [page, members] of Map.groupBy(doctests, ({ path }) => path)) {
    const outputs = new Map<Doctest, string>();
    for (const doctest of members) {
      const run = runs.find(({ id, outcome }) => id === doctest.id && outcome.kind === 'finished');
      if (run && run.output !== doctest.expected) outputs.set(doctest, run.output);
    }
    if (outputs.size === 0) continue;
    const path = join(base, page);
    await writeFile(path, withOutputs(await readFile(path, 'utf8'), outputs));
    changed.push(page);
  }
  return changed;
}
