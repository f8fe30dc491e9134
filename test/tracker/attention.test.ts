import { describe, expect, it } from 'vitest';
import { actions, contradictions, type TrackerEvent, type TrackerInput } from '../../src/tracker/index.ts';
import { readFixture } from './read-fixture.ts';

const evidence: TrackerEvent['evidence'] = [
  { kind: 'minutes', meeting: '2024-01-10', line: 24, quote: 'words' },
];
const withEvents = (...events: TrackerEvent[]): TrackerInput => {
  const { input } = readFixture();
  return { ...input, events: [...input.events, ...events] };
};
const plan: TrackerEvent = {
  kind: 'scheduled',
  id: '2024-01-10-gamma-vote-planned',
  date: '2024-01-10',
  title: 'A vote on gamma is planned',
  subject: 'gamma to phase 1',
  proposal: 'gamma',
  on: '2024-03-13',
  evidence,
};
const vote = (outcome: 'passed' | 'postponed' | 'unstated', date: string): TrackerEvent => ({
  kind: 'phase',
  id: `${date}-gamma-${outcome}`,
  date,
  title: 'gamma to phase 1',
  proposal: 'gamma',
  phase: 1,
  basis: 'vote',
  outcome,
  evidence,
});
const kinds = (input: TrackerInput, day: string) =>
  actions(input, day)
    .filter(({ proposal }) => proposal === 'gamma')
    .map(({ kind, date }) => `${kind} ${date}`);

describe('what needs action', () => {
  it('shows a planned vote, says when it was missed, and is content when it was held', () => {
    expect(kinds(withEvents(plan), '2024-01-09')).toEqual([]);
    expect(kinds(withEvents(plan), '2024-03-13')).toEqual(['scheduled-vote 2024-03-13']);
    expect(kinds(withEvents(plan), '2024-03-14')).toEqual(['missed-vote 2024-03-13']);
    expect(kinds(withEvents(plan, vote('passed', '2024-03-13')), '2024-03-14')).toEqual([]);
  });

  it('follows a plan that was put off', () => {
    const again: TrackerEvent = { ...plan, id: '2024-02-14-again', date: '2024-02-14', on: '2024-04-10' };
    expect(kinds(withEvents(plan, again), '2024-03-14')).toEqual(['scheduled-vote 2024-04-10']);
  });

  it('shows votes without an outcome until there is one', () => {
    const open = withEvents(vote('unstated', '2024-02-14'));
    expect(kinds(open, '2024-02-14')).toEqual(['open-outcome 2024-02-14']);
    expect(
      kinds(withEvents(vote('postponed', '2024-02-14'), vote('passed', '2024-03-13')), '2024-03-13'),
    ).toEqual([]);
  });

  it('shows votes on the agenda of meetings to come', () => {
    const { input } = readFixture();
    const next = {
      ...input.meetings[0],
      date: '2024-05-08',
      path: 'meetings/2024-05-08.md',
      status: 'agenda-only',
    };
    const agenda = [
      { text: 'Opening, welcome and roll call', line: 20, level: 1 },
      { text: 'Vote: advance gamma to phase 2', line: 22, level: 2 },
    ];
    const meetings = [...input.meetings, { ...next, agenda }] as TrackerInput['meetings'];
    const on = (day: string) =>
      actions({ ...input, meetings }, day).filter(({ date }) => date === '2024-05-08');
    const found = on('2024-05-01');
    expect([...on('2024-01-10'), ...on('2024-05-09')]).toEqual([]);
    expect(found.map(({ kind, message }) => [kind, message])).toEqual([
      ['scheduled-vote', 'On the agenda of 2024-05-08: Vote: advance gamma to phase 2'],
    ]);
  });

  it('calls an action item overdue once the next meeting was held', () => {
    const { input } = readFixture();
    const meetings = input.meetings.map((meeting) =>
      meeting.date === '2024-02-14'
        ? { ...meeting, actionItems: [{ owner: 'Ada Lovelace', text: 'writes the test suite', line: 30 }] }
        : meeting,
    );
    const items = (day: string) =>
      actions({ ...input, meetings }, day).flatMap(({ kind, message }) =>
        kind === 'action-item' ? [message] : [],
      );
    expect(items('2024-02-13')).toEqual([]);
    expect(items('2024-02-20')).toEqual(['Ada Lovelace: writes the test suite']);
    expect(items('2024-03-13')).toEqual(['Ada Lovelace: writes the test suite (was due on 2024-03-13)']);
  });

  it('repeats contradictions and the drift of a hand-kept page', () => {
    const drift = [
      { proposal: 'gamma', listedPhase: 1, evidencePhase: null, kind: 'unproven' as const, evidence: [] },
    ];
    const found = actions(withEvents(), '2024-03-13', drift).filter(({ kind }) => kind === 'drift');
    expect(found.map(({ proposal, message }) => [proposal, message])).toEqual([
      ['gamma', 'On the proposals page: listed at phase 1, and no vote with that outcome is in these notes.'],
    ]);
  });
});

describe('contradictions', () => {
  it('are none in the base', () => {
    expect(contradictions(readFixture().input, '2024-12-31')).toEqual([]);
  });

  it('tell of a tally that differs from the minutes', () => {
    const { input } = readFixture();
    const events = input.events.map((event) =>
      event.id === '2024-02-14-alpha-phase-3'
        ? { ...event, tally: { sf: 6, f: 2, n: 1, a: 0, sa: 0 } }
        : event,
    );
    expect(contradictions({ ...input, events }, '2024-12-31').map(({ message }) => message)).toEqual([
      '2024-02-14-alpha-phase-3 gives the tally 6/2/1/0/0, and the minutes 5/2/1/0/0.',
    ]);
    expect(contradictions({ ...input, events }, '2024-02-13')).toEqual([]);
  });

  it('tell of a phase that is spoken of differently from the last vote', () => {
    const spoken: TrackerEvent = {
      ...vote('passed', '2024-03-13'),
      id: '2024-03-13-beta-spoken-of',
      proposal: 'beta',
      phase: 2,
      basis: 'spoken-of',
    } as TrackerEvent;
    expect(contradictions(withEvents(spoken), '2024-12-31').map(({ message }) => message)).toEqual([
      'beta is spoken of as at phase 2; the last vote was on phase 3.',
    ]);
  });

  it('tell of dependencies that the WIT does not bear out', () => {
    const { input } = readFixture('checks/wit-exists');
    expect(contradictions(input, '2024-12-31').map(({ message }) => message)).toEqual([
      'ex:beta@0.1.2 does not use alpha, which the file names.',
    ]);
    const wit = input.wit.map((facts) => ({
      ...facts,
      uses: facts.package === 'ex:beta' ? ['ex:alpha'] : ['ex:beta'],
    }));
    expect(contradictions({ ...input, wit }, '2024-12-31').map(({ message }) => message)).toEqual([
      'ex:alpha@0.1.1 uses beta, which the file does not name.',
    ]);
  });
});
