import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { WitLoader } from '../../src/load/index.ts';
import type { Problem } from '../../src/problem.ts';
import { type CheckOptions, check, type Resolved } from '../../src/wit/index.ts';
import { CORPUS } from '../setup/needs.ts';

export const FIXTURES = join(import.meta.dirname, '../fixtures/wit');

/** The WIT files and folders in a folder of fixtures, without their expected results. */
export function fixturesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.wit') || statSync(path).isDirectory())
    .sort();
}

/** The name of a fixture: that of the rule or construct that it shows. */
export function fixtureName(path: string): string {
  return basename(path).replace(/\.wit$/, '');
}

export interface Loaded {
  resolved: Resolved;
  problems: Problem[];
}

/** Loads and checks a fixture; paths in problems are relative to the folder that it is in. */
export function loadFixture(path: string, options: CheckOptions = {}): Loaded {
  // Relative to the working directory, since hints may name paths.
  const { groups } = new WitLoader().load(relative(process.cwd(), path));
  const { value, problems } = check(groups, options);
  const base = statSync(path).isDirectory() ? path : join(path, '..');
  return {
    resolved: value,
    problems: problems.map((problem) => ({ ...problem, path: relative(base, problem.path) })),
  };
}

/** Problems as text that is easy to compare: place, severity, rule and message, then the hint. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(({ path, line, column, endLine, endColumn, severity, rule, message, hint }) => {
      const end = endLine === line ? `${endColumn}` : `${endLine}:${endColumn}`;
      const first = `${path}:${line}:${column}-${end} ${severity} ${rule}: ${message}\n`;
      return hint ? `${first}  hint: ${hint}\n` : first;
    })
    .join('');
}

/** The frozen corpus beside the checkout, where there is one. */
export { CORPUS };
export const hasCorpus = existsSync(CORPUS);
