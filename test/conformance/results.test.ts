import { describe, expect, test } from 'vitest';
import {
  current,
  type DayResult,
  DEFAULT_SPEC,
  matrixOf,
  parseRuns,
  readResults,
  resultsByPackage,
  since,
  type Tree,
  testKey,
} from '../../src/conformance/index.ts';

/** Files as a tree. */
function tree(files: Record<string, unknown>): Tree {
  const text = (path: string) => {
    const content = files[path];
    return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  };
  return {
    paths: Object.keys(files),
    read: async (paths) => new Map(paths.map((path) => [path, text(path)])),
    label: (path) => path,
  };
}

function day(version: string | undefined, suite: string, marks: Record<string, 'pass' | 'fail' | 'skip'>) {
  return {
    execution: { start_timestamp: '2025-01-01T00:00:00Z' },
    ...(version ? { runtime: { name: 'x', version } } : {}),
    results: [
      {
        name: suite,
        tests: Object.entries(marks).map(([name, mark]) => ({
          name,
          executed: mark !== 'skip',
          failures: mark === 'fail' ? ['no'] : [],
        })),
      },
    ],
  };
}

describe('daily results', () => {
  const files = {
    'results/alpha/2025-01-01_00_10.json': day('1.0', 'C tests', { one: 'fail', two: 'pass' }),
    'results/alpha/2025-01-02_00_10.json': day('1.1', 'C tests', { one: 'pass', two: 'pass' }),
    'results/alpha/2025-01-03_00_10.json': '{"execution": {',
    'results/alpha/2025-01-04_00_10.json': day('1.2', 'c Tests [wasm32-wasip1]', {
      one: 'pass',
      two: 'skip',
    }),
    'results/alpha/latest.json': day('9.9', 'C tests', { one: 'fail' }),
    'results/beta/2025-01-01_00_10.json': day(undefined, 'C tests', { one: 'pass' }),
  };

  test('become a history for each test and runtime, under all names of a suite', async () => {
    const { value } = await readResults(tree(files));
    const { runtimes, tests } = matrixOf(value, [], []);
    expect(runtimes).toMatchObject([
      { name: 'alpha', version: '1.2', day: '2025-01-04', systems: ['linux'] },
      { name: 'beta', version: 'unknown', day: '2025-01-01' },
    ]);
    expect(tests.map(({ name }) => name)).toEqual(['one', 'two']);
    const [one, two] = tests;
    expect(one?.cells[0]?.stretches).toEqual([
      { mark: 'fail', from: '2025-01-01', to: '2025-01-01', firstVersion: '1.0', lastVersion: '1.0' },
      { mark: 'pass', from: '2025-01-02', to: '2025-01-04', firstVersion: '1.1', lastVersion: '1.2' },
    ]);
    expect(one?.cells[0] && since(one.cells[0])).toBe('2025-01-02');
    expect(two?.cells[0] && current(two.cells[0])).toBeUndefined();
    expect(two?.cells[1]?.stretches).toEqual([]);
  });

  test('that break off or lack a version are told, and the rest stands', async () => {
    const { value, problems } = await readResults(tree(files));
    expect(value).toHaveLength(4);
    expect(problems.map(({ path, severity }) => [path, severity])).toEqual([
      ['results/alpha/2025-01-03_00_10.json', 'error'],
      ['results/beta/2025-01-01_00_10.json', 'warning'],
    ]);
  });
});

test('since when goes back over days on which the test was not run', () => {
  const marks = (mark: 'pass' | 'fail' | 'skip') => new Map([['s [wasm32-wasip3]\nt', mark]]);
  const days = (['fail', 'pass', 'skip', 'pass'] as const).map((mark, at) => ({
    runtime: 'alpha',
    version: '1',
    day: `2025-01-0${at + 1}`,
    marks: marks(mark),
    isOwn: false,
  }));
  const [found] = matrixOf(days, [], []).tests;
  expect(found?.cells[0] && since(found.cells[0])).toBe('2025-01-02');
});

describe('runs of one’s own', () => {
  const row = { suite: 'S [wasm32-wasip3]', test: 't', runtime: 'jco', version: '1', verdict: 'pass', ms: 3 };

  test('are read with their day and system', () => {
    const { value, problems } = parseRuns(
      'runs.json',
      JSON.stringify([{ ...row, day: '2026-01-02', system: 'macos' }]),
      '2026-05-05',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject([{ runtime: 'jco', day: '2026-01-02', system: 'macos', isOwn: true }]);
  });

  test('that are none are told by their row', () => {
    const { value, problems } = parseRuns(
      'runs.json',
      JSON.stringify([row, { ...row, verdict: 'maybe' }]),
      '2026-05-05',
    );
    expect(value).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'conformance/runs', path: 'runs.json' }]);
    expect(problems[0]?.message).toContain('row 1.verdict');
    expect(parseRuns('runs.json', '{', '2026-05-05').problems).toHaveLength(1);
  });
});

describe('results by package', () => {
  const shape = (name: string) => ({
    kind: 'component' as const,
    imports: [{ name, items: [] }],
    exports: [],
  });
  const tests = ['one', 'two'].map((name) => ({
    suite: 'own tests [wasm32-wasip3]',
    target: 'wasm32-wasip3' as const,
    name,
    path: `${name}.wasm`,
    spec: DEFAULT_SPEC,
    shape: shape('wasi:http/types@0.3.0'),
  }));
  const record = (
    day: string,
    marks: Record<string, 'pass' | 'fail' | 'skip'>,
    more: Partial<DayResult> = {},
  ) => ({
    runtime: 'alpha',
    version: '1.0',
    day,
    system: 'linux',
    isOwn: false,
    marks: new Map(
      Object.entries(marks).map(([name, mark]) => [testKey('own tests', name, 'wasm32-wasip3'), mark]),
    ),
    ...more,
  });

  test('are stretches of days for each runtime and system, of the tests known by then', () => {
    const days = [
      record('2025-01-03', { one: 'pass', two: 'fail' }),
      record('2025-01-01', { one: 'pass' }),
      record('2025-01-02', { one: 'pass' }),
      record('2025-01-04', { one: 'pass' }, { system: 'macos' }),
      record('2025-01-04', { one: 'skip', two: 'skip' }, { runtime: 'beta' }),
    ];
    const common = { package: 'wasi:http', release: '0.3', runtime: 'alpha', version: '1.0' };
    expect(resultsByPackage(days, tests)).toEqual([
      { ...common, system: 'linux', from: '2025-01-01', to: '2025-01-02', passed: 1, failed: 0, total: 1 },
      { ...common, system: 'linux', from: '2025-01-03', to: '2025-01-03', passed: 1, failed: 1, total: 2 },
      { ...common, system: 'macos', from: '2025-01-04', to: '2025-01-04', passed: 1, failed: 0, total: 2 },
    ]);
  });

  test('leave out tests whose binary is not at hand', () => {
    const unread = tests.map(({ shape: _, ...rest }) => rest);
    expect(resultsByPackage([record('2025-01-01', { one: 'pass' })], unread)).toEqual([]);
  });
});
