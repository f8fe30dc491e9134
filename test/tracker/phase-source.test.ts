import { describe, expect, it } from 'vitest';
import { type Meeting, parseMeeting } from '../../src/meetings/index.ts';
import {
  parseEvent,
  readDecisions,
  status,
  type TrackerInput,
  withFoundProposals,
} from '../../src/tracker/index.ts';

const NOTHING: TrackerInput = {
  proposals: [],
  criteria: [],
  events: [],
  meetings: [],
  coverage: null,
  wit: [],
};

/** Notes of a day with one decision that passes. */
const notes = (day: string, toPhase: number): Meeting => ({
  ...parseMeeting({ path: `${day}.md`, text: '## Notes\n\n**Ada**: Yes.\n' }),
  status: 'held',
  decisions: [
    {
      line: 5,
      kind: 'phase-advance',
      subject: 'alpha',
      proposal: 'alpha',
      toPhase,
      tally: null,
      method: 'unanimous',
      outcome: 'passed',
      quote: 'Yes.',
    },
  ],
});
const NAMES = new Map([
  ['alpha', 'alpha'],
  ['beta', 'beta'],
]);

const change = (date: string, phase: number | null, pullRequest: number | null = null) => ({
  date,
  commit: `c${date.replaceAll('-', '')}`,
  pullRequest,
  name: 'Beta page',
  phase,
  champions: [],
});

function event(text: string, what = 'x') {
  const date = /date: (\S+)/.exec(text)?.[1];
  const { value, problems } = parseEvent({
    path: `${date}-${what}.yml`,
    text: `${text}\ntitle: T\nevidence: [{ run: r }]\n`,
  });
  expect(problems).toEqual([]);
  return value ? [value.value] : [];
}

const INPUT = withFoundProposals({
  ...NOTHING,
  read: readDecisions([notes('2024-01-10', 1), notes('2024-03-13', 2)], NAMES),
  listed: [
    { proposal: 'alpha', listings: [change('2024-02-01', 1, 7)] },
    {
      proposal: 'beta',
      listings: [change('2024-01-05', 1), change('2024-04-01', 2, 9), change('2024-06-01', null)],
    },
  ],
});

describe('how a phase is known', () => {
  const at = (input: TrackerInput, day: string) =>
    status(input, day).proposals.map(({ id, phase, phaseSource, listed }) => [
      id,
      phase,
      phaseSource,
      listed?.phase ?? null,
    ]);

  it('is read from notes, or else listed by the page, each from its day on', () => {
    expect(at(INPUT, '2024-01-01')).toEqual([
      ['alpha', null, null, null],
      ['beta', null, null, null],
    ]);
    expect(at(INPUT, '2024-02-15')).toEqual([
      ['alpha', 1, 'read', 1],
      ['beta', 1, 'listed', 1],
    ]);
    expect(at(INPUT, '2024-05-01')).toEqual([
      ['alpha', 2, 'read', 1],
      ['beta', 2, 'listed', 2],
    ]);
  });

  it('is not known from a page that no longer lists the proposal', () => {
    expect(at(INPUT, '2024-06-01')).toContainEqual(['beta', null, null, null]);
  });

  it('tells since when and by which change it is listed', () => {
    const [alpha, beta] = status(INPUT, '2024-05-01').proposals;
    expect(alpha?.listed).toEqual({ phase: 1, since: '2024-02-01', commit: 'c20240201', pullRequest: 7 });
    expect(beta?.phaseEvidence).toEqual([
      {
        kind: 'rule',
        date: '2024-04-01',
        detail: 'The proposals page lists it at phase 2 since 2024-04-01, by pull request 9',
      },
    ]);
    expect(alpha?.phaseEvidence).toMatchObject([{ kind: 'minutes', meeting: '2024-03-13', line: 5 }]);
  });

  it('is what somebody recorded before anything else, while the others are still shown', () => {
    const events = event(
      'kind: phase\ndate: 2024-02-20\nproposal: alpha\nphase: 3\nbasis: vote\noutcome: passed',
    );
    expect(at({ ...INPUT, events }, '2024-02-15')).toContainEqual(['alpha', 1, 'read', 1]);
    expect(at({ ...INPUT, events }, '2024-05-01')).toContainEqual(['alpha', 3, 'recorded', 1]);
  });
});

describe('what becomes of a proposal', () => {
  it('is told from its day on: removed, merged, superseded, with other champions', () => {
    const events = [
      ...event(
        'kind: ended\ndate: 2024-02-20\nproposal: alpha\nhow: merged-into\ninto: beta\nrelease: wasi-0.3',
      ),
      ...event('kind: champions\ndate: 2024-02-20\nproposal: beta\nchampions: [Ada, Ben]', 'y'),
      ...event('kind: renamed\ndate: 2024-02-21\nproposal: beta\nfrom: old\nto: new'),
      ...event('kind: published\ndate: 2024-02-22\nproposal: beta\nversion: 0.2.0-rc.1\ndraft: true'),
    ];
    const [before] = status({ ...INPUT, events }, '2024-02-19').proposals;
    expect(before).toMatchObject({ ended: null, champions: [] });
    const [alpha, beta] = status({ ...INPUT, events }, '2024-02-22').proposals;
    expect(alpha?.ended).toMatchObject({
      how: 'merged-into',
      into: 'beta',
      release: 'wasi-0.3',
      since: '2024-02-20',
      evidence: [{ kind: 'run', event: '2024-02-20-x' }],
    });
    expect(beta).toMatchObject({ ended: null, champions: ['Ada', 'Ben'] });
  });
});

describe('speed', () => {
  it('of the status of any day is under 50 ms over a record of the size of WASI’s', () => {
    const events = Array.from({ length: 300 }, (_, i) => {
      const day = `20${String(20 + (i % 6))}-0${1 + (i % 9)}-1${i % 10}`;
      return event(
        `kind: phase\ndate: ${day}\nproposal: p${i % 40}\nphase: ${i % 4}\nbasis: vote\noutcome: passed`,
        `p${i}`,
      );
    }).flat();
    const listed = Array.from({ length: 40 }, (_, i) => ({
      proposal: `p${i}`,
      listings: [change('2020-01-05', 1)],
    }));
    const input = withFoundProposals({ ...NOTHING, events, listed });
    status(input, '2026-01-01');
    const start = performance.now();
    for (let i = 0; i < 10; i++) status(input, `202${i % 6}-06-01`);
    expect((performance.now() - start) / 10).toBeLessThan(50);
  });
});
