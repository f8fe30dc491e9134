import * as z from 'zod';
import { AT_START, type Parsed, type Problem } from '../../problem.ts';
import { type RunRow, runRow } from '../model/run-row.ts';
import { suiteKey } from '../model/suite-key.ts';
import type { Tree } from '../tree.ts';

/** What a test did on a day: passed, failed, or was not run. */
export type Mark = 'pass' | 'fail' | 'skip';

/** All tests of one runtime on one day, by suite and name joined as {@link testKey} does. */
export interface DayResult {
  runtime: string;
  version: string;
  /** `2026-06-08`. */
  day: string;
  marks: Map<string, Mark>;
  /** Where it was measured; undefined where the record does not say. */
  system?: string;
  /** Whether it is a run of ours, and not the suite's own daily record. */
  isOwn: boolean;
}

const runtime = z.object({ name: z.string(), version: z.string() }).partial();
const resultFile = z.object({
  execution: z.object({ start_timestamp: z.string() }),
  runtime: runtime.optional(),
  results: z.array(
    z.object({
      name: z.string(),
      runtime: runtime.optional(),
      tests: z.array(
        z.object({
          name: z.string(),
          executed: z.boolean().default(true),
          outcome: z.string().optional(),
          failures: z.array(z.unknown()).default([]),
        }),
      ),
    }),
  ),
});

/** A test of a suite as one text, under all names that the suite has had. */
export function testKey(suite: string, test: string, target?: string): string {
  return `${suiteKey(suite, target)}\n${test}`;
}

const DAY = /(\d{4}-\d{2}-\d{2})[^/]*\.json$/;
/** So many files are held at a time. */
const BATCH = 200;

/**
 * Reads the daily results, `results/RUNTIME/DAY….json`. A file that cannot be read is told and left out; of two files
 * of one runtime and day, the later counts.
 */
export async function readResults(tree: Tree): Promise<Parsed<DayResult[]>> {
  const paths = tree.paths.filter(
    (path) => /(^|\/)results\/[^/]+\/[^/]+\.json$/.test(path) && DAY.test(path),
  );
  const problems: Problem[] = [];
  const days = new Map<string, DayResult>();
  const decoder = new TextDecoder();
  for (let from = 0; from < paths.length; from += BATCH) {
    for (const [path, bytes] of await tree.read(paths.slice(from, from + BATCH))) {
      const folder = path.split('/').at(-2) ?? '';
      const day = DAY.exec(path)?.[1] ?? '';
      const read = readDay(decoder.decode(bytes), folder, day);
      if ('error' in read) problems.push(resultProblem('results', tree.label(path), read.error));
      else {
        if (read.warning) problems.push(resultProblem('results', tree.label(path), read.warning, 'warning'));
        days.set(`${folder} ${day}`, read.result);
      }
    }
  }
  const value = [...days.values()].sort((a, b) => order(a.runtime, b.runtime) || order(a.day, b.day));
  return { value, problems };
}

function readDay(
  text: string,
  runtime: string,
  day: string,
): { result: DayResult; warning?: string } | { error: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return {
      error: `expected JSON, found a file that breaks off: ${error instanceof Error ? error.message : error}`,
    };
  }
  const parsed = resultFile.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { error: `${issue?.path.join('.') || 'the file'}: ${issue?.message}` };
  }
  const { results } = parsed.data;
  const version = versionIn(
    results.map((one) => one.runtime?.version).find(Boolean) ?? parsed.data.runtime?.version,
  );
  const marks = new Map<string, Mark>();
  for (const suite of results)
    for (const test of suite.tests) marks.set(testKey(suite.name, test.name), markOf(test));
  // The official record is made on Linux: https://github.com/WebAssembly/wasi-testsuite/blob/main/.github/workflows/daily-test-update.yml
  const result: DayResult = {
    runtime,
    version: version ?? 'unknown',
    day,
    marks,
    system: 'linux',
    isOwn: false,
  };
  return version
    ? { result }
    : { result, warning: 'the result does not say which version of the runtime it is of' };
}

/** What a program said of its version, without what stood around it; undefined where that is none. */
function versionIn(said: string | undefined): string | undefined {
  return /^v?\d\S*/.exec(said?.trim() ?? '')?.[0];
}

function markOf({
  executed,
  failures,
  outcome,
}: {
  executed: boolean;
  failures: unknown[];
  outcome?: string;
}): Mark {
  if (!executed || outcome === 'skip') return 'skip';
  if (outcome === 'xfail') return 'fail';
  if (outcome === 'xpass') return 'pass';
  return failures.length > 0 || outcome === 'fail' ? 'fail' : 'pass';
}

/** Reads a file that `conformance run --out` wrote. Rows that are none are told; the rest stands. */
export function parseRuns(path: string, text: string, today: string): Parsed<DayResult[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const message = `expected the JSON of conformance run: ${error instanceof Error ? error.message : error}`;
    return { value: [], problems: [resultProblem('runs', path, message)] };
  }
  if (!Array.isArray(data))
    return { value: [], problems: [resultProblem('runs', path, 'expected a list of rows')] };
  const problems: Problem[] = [];
  const rows: RunRow[] = [];
  for (const [at, one] of data.entries()) {
    const parsed = runRow.safeParse(one);
    if (parsed.success) rows.push(parsed.data);
    else {
      const [issue] = parsed.error.issues;
      const where = [at, ...(issue?.path ?? [])].join('.');
      problems.push(resultProblem('runs', path, `row ${where}: ${issue?.message}`));
    }
  }
  const grouped = Map.groupBy(rows, (row) =>
    [row.runtime, row.version, row.day ?? today, row.system ?? ''].join('\n'),
  );
  const value = Array.from(grouped.values(), (members): DayResult => {
    const [first] = members as [RunRow];
    const marks = members.map(({ suite, test, verdict }): [string, Mark] => [
      testKey(suite, test),
      verdict === 'skipped' ? 'skip' : verdict,
    ]);
    return {
      runtime: first.runtime,
      version: first.version,
      day: first.day ?? today,
      marks: new Map(marks),
      ...(first.system ? { system: first.system } : {}),
      isOwn: true,
    };
  });
  return { value, problems };
}

function resultProblem(
  rule: string,
  path: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { rule: `conformance/${rule}`, severity, message, path, ...AT_START };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
