import { expect, test } from 'vitest';
import { status, type TestResult, type TrackerInput } from '../../src/tracker/index.ts';
import { readFixture } from './read-fixture.ts';

const result = (runtime: string, system: string | null, more: Partial<TestResult> = {}): TestResult => ({
  package: 'ex:store',
  release: '0.3',
  runtime,
  version: '1.0',
  system,
  from: '2024-05-01',
  to: '2024-05-09',
  passed: 10,
  failed: 0,
  total: 10,
  ...more,
});

/** A proposal that nobody reported on, judged by results alone. */
function input(
  results: TestResult[] | undefined,
  production = false,
  check = 'portability-met',
): TrackerInput {
  const { input } = readFixture('checks/portability-met');
  const [alpha] = input.proposals;
  if (!alpha) throw new Error('expected a proposal');
  return {
    ...input,
    events: [],
    proposals: [
      {
        ...alpha,
        package: 'ex:store',
        portability: [{ text: 'Two.', implementations: 2, platforms: ['linux', 'windows'], production }],
      },
    ],
    criteria: input.criteria.map((set) => ({
      ...set,
      criteria: set.criteria.map((criterion) => ({ ...criterion, check })),
    })),
    ...(results ? { results } : {}),
  };
}

function judged(given: TrackerInput, day = '2024-06-01') {
  const [proposal] = status(given, day).proposals;
  const all = [...(proposal?.criteria ?? []), ...(proposal?.other ?? [])];
  const found = all.find(({ set }) => set === 'checked');
  if (!found) throw new Error('expected a verdict');
  return found;
}

const everywhere = (runtime: string, more: Partial<TestResult> = {}) => [
  result(runtime, 'linux', more),
  result(runtime, 'windows', more),
];
const failing = { passed: 9, failed: 1 };

test('two runtimes that pass everything on every platform meet it, with numbers, systems and days', () => {
  const { verdict, why, evidence } = judged(input([...everywhere('one'), ...everywhere('two')]));
  expect(verdict).toBe('met');
  expect(why).toContain('By rule 1, 2 runtimes (one, two)');
  expect(evidence).toHaveLength(4);
  expect(evidence[0]).toMatchObject({
    kind: 'run',
    detail: 'one 1.0 on linux passed 10 of 10 tests of ex:store for 0.3, from 2024-05-01 to 2024-05-09',
  });
});

test('one system alone leaves it unknown and names the others', () => {
  const { verdict, wouldMeet, evidence } = judged(input([result('one', 'linux'), result('two', 'linux')]));
  expect(verdict).toBe('unknown');
  expect(wouldMeet).toContain('Missing: results on windows; 2 complete runtimes.');
  expect(evidence).toHaveLength(2);
});

test('one complete runtime leaves it unknown and asks for a further one', () => {
  const { verdict, wouldMeet } = judged(input(everywhere('one')));
  expect(verdict).toBe('unknown');
  expect(wouldMeet).toContain('1 further complete runtime');
});

test('it is unmet only when enough was measured and no other can still be complete', () => {
  const two = [...everywhere('one'), ...everywhere('two', failing)];
  expect(judged(input(two)).verdict).toBe('unmet');
  expect(judged(input([...two, result('three', 'linux')])).verdict).toBe('unknown');
  expect(judged(input([...two, result('three', 'linux', failing)])).verdict).toBe('unmet');
});

test('tests that were not run are neither passed nor failed', () => {
  const partly = everywhere('two', { passed: 3, failed: 0 });
  expect(judged(input([...everywhere('one'), ...partly])).verdict).toBe('unknown');
});

test('production is not shown by tests', () => {
  const { verdict, wouldMeet } = judged(input([...everywhere('one'), ...everywhere('two')], true));
  expect(verdict).toBe('unknown');
  expect(wouldMeet).toContain('production');
});

test('without a test of the package it says so; without results nothing changes', () => {
  const before = judged(input(undefined));
  expect(before.verdict).toBe('unknown');
  expect(before.why).not.toContain('official');
  expect(judged(input([])).why).toBe(`${before.why} There are no results of official tests of ex:store.`);
  const released = input([...everywhere('one'), ...everywhere('two')]);
  const sets = released.criteria.map((set) => ({ ...set, release: 'preview-2' }));
  const { verdict, wouldMeet } = judged({ ...released, criteria: sets });
  expect(verdict).toBe('unknown');
  expect(wouldMeet).toContain('Missing: results of official tests of ex:store for 0.2.');
});

test('a day is judged by its own results, and later ones do not change it', () => {
  const early = [
    ...everywhere('one', { from: '2024-03-01', to: '2024-04-30' }),
    ...everywhere('two', { ...failing, from: '2024-03-01', to: '2024-04-30' }),
  ];
  const late = everywhere('two');
  expect(judged(input([...early, ...late])).verdict).toBe('met');
  expect(judged(input([...early, ...late]), '2024-04-30')).toEqual(judged(input(early), '2024-04-30'));
  expect(judged(input(early), '2024-04-30').verdict).toBe('unmet');
  expect(judged(input(early), '2024-02-01').verdict).toBe('unknown');
});

test('failing tests do not say that there is no plan', () => {
  const given = [...everywhere('one', failing), ...everywhere('two', failing)];
  expect(judged(input(given)).verdict).toBe('unmet');
  expect(judged(input(given, false, 'portability-planned')).verdict).toBe('unknown');
});
