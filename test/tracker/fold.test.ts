import { describe, expect, it } from 'vitest';
import { dependenciesOf, type PhaseEvent, status, type TrackerEvent } from '../../src/tracker/index.ts';
import { readFixture } from './read-fixture.ts';

const { input } = readFixture();

const phase = (date: string, change: Partial<PhaseEvent> = {}): PhaseEvent => ({
  kind: 'phase',
  id: `${date}-gamma-${JSON.stringify(change)}`,
  date,
  title: 'gamma',
  proposal: 'gamma',
  phase: 1,
  basis: 'vote',
  outcome: 'passed',
  evidence: [{ kind: 'minutes', meeting: date, line: 1, quote: 'words' }],
  ...change,
});

describe('a phase', () => {
  const spoken = { basis: 'spoken-of' as const };

  // What is known of gamma on 2024-12-31 after these events.
  it.each<[string, PhaseEvent[], [number | null, string | null, number]]>([
    ['is null without events', [], [null, null, 0]],
    ['is as decided last', [phase('2024-01-10'), phase('2024-02-14', { phase: 2 })], [2, 'vote', 1]],
    ['by consent', [phase('2024-01-10', { basis: 'consent' })], [1, 'consent', 1]],
    [
      'is as last spoken of, without a decision',
      [phase('2024-01-10', spoken), phase('2024-02-14', { ...spoken, phase: 2 })],
      [2, 'spoken-of', 1],
    ],
    [
      'is decided, whatever is spoken of later',
      [phase('2024-01-10'), phase('2024-02-14', { ...spoken, phase: 2 })],
      [1, 'vote', 1],
    ],
    [
      'is decided, even below what was spoken of',
      [phase('2024-01-10', { ...spoken, phase: 2 }), phase('2024-02-14')],
      [1, 'vote', 1],
    ],
    [
      'has the evidence of each decision on it',
      [phase('2024-01-10'), phase('2024-02-14', { basis: 'consent' })],
      [1, 'vote', 2],
    ],
    [
      'is not moved by a vote that failed',
      [phase('2024-01-10'), phase('2024-02-14', { phase: 2, outcome: 'failed' })],
      [1, 'vote', 1],
    ],
    ['nor by a postponed one', [phase('2024-02-14', { outcome: 'postponed' })], [null, null, 0]],
    ['nor by one without a stated outcome', [phase('2024-02-14', { outcome: 'unstated' })], [null, null, 0]],
  ])('%s', (_, events, expected) => {
    const gamma = status({ ...input, events: [...input.events, ...events] }, '2024-12-31').proposals.find(
      ({ id }) => id === 'gamma',
    );
    expect([gamma?.phase, gamma?.phaseBasis, gamma?.phaseEvidence.length]).toEqual(expected);
  });
});

it('a launch is the first one that passed', () => {
  const launch = (date: string, outcome: 'failed' | 'passed'): TrackerEvent => ({
    kind: 'launch',
    id: `${date}-launch`,
    date,
    title: 'A launch',
    release: 'preview-2',
    basis: 'vote',
    outcome,
    evidence: [{ kind: 'minutes', meeting: date, line: 1, quote: 'words' }],
  });
  const launched = (...events: TrackerEvent[]) => status({ ...input, events }, '2024-12-31').launch.launched;
  expect(launched(launch('2024-01-10', 'failed'))).toBeNull();
  expect(launched(launch('2024-01-10', 'failed'), launch('2024-02-14', 'passed'))).toBe('2024-02-14');
  expect(launched(launch('2024-03-13', 'passed'), launch('2024-02-14', 'passed'))).toBe('2024-02-14');
});

describe('an inclusion', () => {
  const included = (events: TrackerEvent[], release = 'preview-2') => {
    const found = status({ ...input, events }, '2024-12-31');
    const proposals =
      release === 'preview-2'
        ? found.proposals
        : found.laterReleases.find(({ id }) => id === release)?.proposals;
    return proposals?.flatMap((proposal) => (proposal.included ? [proposal.id] : []));
  };

  it('by vote carries dependencies', () => {
    expect(included(input.events)).toEqual(['alpha', 'beta']);
  });

  it('does not come from a vote that did not pass', () => {
    const failed = input.events.map((event) =>
      event.kind === 'inclusion' ? { ...event, outcome: 'failed' as const } : event,
    );
    expect(included(failed)).toEqual([]);
  });

  it('comes from a vote on phase 3 for a release, and from no lower one', () => {
    const vote = (wanted: number) =>
      phase('2024-03-13', { proposal: 'beta', phase: wanted, release: 'second' });
    expect(included([...input.events, vote(3)], 'second')).toEqual(['alpha', 'beta']);
    expect(included([vote(2)], 'second')).toEqual([]);
  });
});

describe('dependencies', () => {
  const [alpha, beta, gamma] = ['alpha', 'beta', 'gamma'].map((id) => ({
    ...input.proposals[0],
    id,
    dependsOn: [] as { proposal: string; from?: string; until?: string; release?: string }[],
  })) as [(typeof input.proposals)[0], (typeof input.proposals)[0], (typeof input.proposals)[0]];
  const proposals = [
    { ...alpha, dependsOn: [{ proposal: 'beta', from: '2024-02-01', until: '2024-03-01' }] },
    { ...beta, dependsOn: [{ proposal: 'gamma', release: 'first' }, { proposal: 'alpha' }] },
    gamma,
  ];

  it.each([
    ['2024-01-31', undefined, []],
    ['2024-02-01', undefined, ['beta', 'gamma']],
    ['2024-02-01', 'first', ['beta', 'gamma']],
    ['2024-02-01', 'second', ['beta']],
    ['2024-02-29', undefined, ['beta', 'gamma']],
    ['2024-03-01', undefined, []],
  ])('of alpha on %s for %s', (day, release, expected) => {
    expect(dependenciesOf(proposals, 'alpha', day, release)).toEqual(expected);
  });
});
