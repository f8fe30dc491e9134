import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Adapter } from '../model/adapter.ts';
import type { Expectation } from '../model/expectations.ts';
import type { RunRow } from '../model/run-row.ts';
import { suiteKey } from '../model/suite-key.ts';
import type { SuiteTest } from '../model/suites.ts';
import type { Tree } from '../tree.ts';
import { runTest } from './run-test.ts';

export interface RunOptions {
  tree: Tree;
  expectations: readonly Expectation[];
  /** The program for a test's target. */
  adapterOf(test: SuiteTest): Adapter;
  timeoutMs?: number;
  /** The day of the run. */
  day: string;
  onRow?(row: RunRow, done: number): void;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macos', win32: 'windows' };

/** Runs tests, as many at a time as there are cores. The rows stand in the order of the tests. */
export async function runTests(tests: readonly SuiteTest[], options: RunOptions): Promise<RunRow[]> {
  const { tree, day, timeoutMs } = options;
  const system = SYSTEMS[process.platform] ?? process.platform;
  const versions = new Map<Adapter, Promise<string>>();
  const rows: RunRow[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < tests.length; at = next++) {
      const test = tests[at];
      if (!test) return;
      const adapter = options.adapterOf(test);
      const version = versions.get(adapter) ?? versionOf(adapter);
      versions.set(adapter, version);
      const known = options.expectations.find(
        (one) =>
          one.runtime === adapter.name &&
          (one.system === system || one.system === '') &&
          one.test === test.name &&
          suiteKey(one.suite, test.target) === suiteKey(test.suite, test.target),
      );
      const outcome =
        known?.kind === 'skip'
          ? { verdict: 'skipped' as const, detail: known.why || 'skipped by the expectations', ms: 0 }
          : await runTest(test, tree, adapter, timeoutMs);
      const isExpected = outcome.verdict === 'fail' && known?.kind === 'fail';
      const row: RunRow = {
        suite: test.suite,
        test: test.name,
        runtime: adapter.name,
        version: await version,
        ...outcome,
        ...(outcome.verdict === 'fail' ? { isExpected } : {}),
        ...(known?.why ? { why: known.why } : {}),
        ...(known && known.issues.length > 0 ? { issues: known.issues } : {}),
        day,
        system,
      };
      rows[at] = row;
      done += 1;
      options.onRow?.(row, done);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return rows;
}

/** What the program says of its version. */
function versionOf({ program, version }: Adapter): Promise<string> {
  if (typeof version === 'string') return Promise.resolve(version);
  return new Promise((resolve) => {
    const child = spawn(program, version.args);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', () => resolve('unknown'));
    child.on('close', () => {
      const found = new RegExp(version.pattern).exec(said);
      resolve(found?.[1] ?? found?.[0] ?? (said.split('\n')[0]?.trim() || 'unknown'));
    });
  });
}
