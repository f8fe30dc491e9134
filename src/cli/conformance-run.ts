import { readFile, writeFile } from 'node:fs/promises';
import {
  type Adapter,
  adapter as adapterSchema,
  findTests,
  KNOWN_FAILURES,
  type RunRow,
  readExpectations,
} from '../conformance/index.ts';
import { ownAdapters, runTests } from '../conformance/node.ts';
import { loadTestsuite } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { readYaml } from '../schema/index.ts';
import { defineCommand } from './define-command.ts';
import { neededText, text, today, wholeNumber } from './options.ts';
import { progressLine } from './progress.ts';
import { UnusableInput, UsageError } from './usage-error.ts';

/** `witness conformance run`: runs the official test suite's compiled tests. */
export const command = defineCommand({
  args: '',
  summary: 'run the tests of the official WASI test suite, with jco in this Node or with another runtime',
  options: {
    testsuite: neededText('DIR', 'the test suite: a folder, or a git repository with its branches'),
    suite: text('NAME', 'only the tests of one suite'),
    test: text('NAME', 'only one test'),
    runtime: text('jco|ADAPTER', 'what runs the tests: jco, or a file that says how to call a program'),
    timeout: wholeNumber('milliseconds a test may take; 60000 unless told', 1, 2 ** 31 - 1),
    out: text('FILE', 'where the rows are also written, for build --runs'),
  },
  async run(_, { testsuite, suite, test, runtime = 'jco', timeout, out, format }) {
    const { tests: tree, expectations } = await loadTestsuite(testsuite);
    const [found, expected] = await Promise.all([findTests(tree), readExpectations(expectations)]);
    const problems = [...found.problems, ...expected.problems];
    const chosen = found.value.filter(
      (one) => (suite ?? one.suite) === one.suite && (test ?? one.name) === one.name,
    );
    if (chosen.length === 0 && (suite !== undefined || test !== undefined))
      throw new UsageError(
        `no test ${test ?? ''} of ${suite ?? 'any suite'} in ${testsuite}; ${suitesOf(found.value)}`,
      );
    if (chosen.length === 0) throw new Error(`${testsuite} has no compiled tests`);
    const { jco, node } = ownAdapters([process.execPath, ...process.execArgv, process.argv[1] ?? '']);
    const other = runtime === 'jco' ? undefined : await readAdapter(runtime);
    const progress = progressLine();
    const rows = await runTests(chosen, {
      tree,
      expectations: [...expected.value, ...KNOWN_FAILURES],
      adapterOf: ({ target }) => other ?? (target === 'wasm32-wasip1' ? node : jco),
      timeoutMs: timeout,
      day: today(),
      onRow: ({ test, verdict }, done) =>
        progress.say(`${done} of ${chosen.length}: ${test} ${verdict === 'pass' ? 'passes' : verdict}`),
    });
    progress.end();
    if (out !== undefined) await writeFile(out, `${JSON.stringify(rows, null, 2)}\n`);
    const isBad = rows.some(({ verdict, isExpected }) => verdict === 'fail' && !isExpected);
    return {
      data: rows,
      text: describe(rows),
      ...(format === 'json' ? {} : { problems }),
      code: isBad || hasErrors(problems) ? 1 : 0,
    };
  },
});

/** @throws UsageError when the file is not there, UnusableInput when it is no adapter. */
async function readAdapter(path: string): Promise<Adapter> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`--runtime: expected jco, or the path of an adapter; there is no file ${path}`);
  });
  const rule = (kind: string) => `conformance/adapter-${kind}`;
  const { value, problems } = readYaml({ path, text: content }, adapterSchema, { rule });
  if (!value) throw new UnusableInput(problems, new Map([[path, content]]));
  return value.value;
}

function suitesOf(tests: readonly { suite: string }[]): string {
  return `its suites: ${[...new Set(tests.map(({ suite }) => suite))].join(', ') || 'none'}`;
}

/** The failures and how many of each verdict there are, by suite. */
function describe(rows: readonly RunRow[]): string {
  const lines: string[] = [];
  for (const [suite, members] of Map.groupBy(rows, (row) => row.suite)) {
    const [first] = members;
    lines.push(`${suite}, ${first?.runtime} ${first?.version}`);
    for (const { test, detail = '', isExpected, why, issues = [] } of members.filter(
      ({ verdict }) => verdict === 'fail',
    )) {
      lines.push(`  fail  ${test}${isExpected ? ' (as expected)' : ''}`);
      if (why) lines.push(`        known: ${why.replaceAll('\n', ' ')}`);
      for (const line of [...detail.split('\n').slice(0, 6), ...issues]) lines.push(`        ${line}`);
    }
    const count = (wanted: RunRow['verdict']) => members.filter(({ verdict }) => verdict === wanted).length;
    lines.push(`  ${count('pass')} pass, ${count('fail')} fail, ${count('skipped')} skipped`, '');
  }
  return lines.join('\n');
}
