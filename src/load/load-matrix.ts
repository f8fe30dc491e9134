import { readFile } from 'node:fs/promises';
import {
  findTests,
  KNOWN_FAILURES,
  type Matrix,
  matrixOf,
  type PackageResult,
  parseRuns,
  readExpectations,
  readResults,
  resultsByPackage,
} from '../conformance/index.ts';
import { AT_START, type Parsed, type Problem } from '../problem.ts';
import { loadTestsuite } from './load-testsuite.ts';

/**
 * Who passes which official test, since when: from a test suite's results and from runs of one's own.
 * @param today the day of runs that do not say theirs
 * @returns besides, `byPackage`: the same results as the tracker counts them
 */
export async function loadMatrix(
  testsuite: string | null,
  runs: readonly string[],
  today: string,
): Promise<Parsed<Matrix> & { byPackage: PackageResult[] }> {
  const suite = testsuite === null ? null : await loadTestsuite(testsuite);
  const [tests, expectations, results] = suite
    ? await Promise.all([
        findTests(suite.tests),
        readExpectations(suite.expectations),
        readResults(suite.results),
      ])
    : [];
  const own = await Promise.all(runs.map((path) => readRuns(path, today)));
  const parts: Parsed<unknown>[] = [tests, expectations, results, ...own].filter(
    (part) => part !== undefined,
  );
  const days = [...(results?.value ?? []), ...own.flatMap(({ value }) => value)];
  return {
    value: matrixOf(days, tests?.value ?? [], [...(expectations?.value ?? []), ...KNOWN_FAILURES]),
    byPackage: resultsByPackage(days, tests?.value ?? []),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

async function readRuns(path: string, today: string): Promise<ReturnType<typeof parseRuns>> {
  try {
    return parseRuns(path, await readFile(path, 'utf8'), today);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const problem: Problem = { rule: 'conformance/runs', severity: 'error', message, path, ...AT_START };
    return { value: [], problems: [problem] };
  }
}
