import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  actions,
  changesBetween,
  contradictions,
  historyOf,
  historyOfCriteria,
  status,
  type TrackerEvent,
  type TrackerInput,
} from '../../src/tracker/index.ts';
import { describeStatus } from './describe-status.ts';
import { ownContent } from './own-content.ts';

let input: TrackerInput;

beforeAll(async () => {
  input = (await ownContent()).tracker;
});

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The project's events in any selection, moved to other days, among them corrections of any of them. */
function events(): fc.Arbitrary<TrackerEvent[]> {
  const moved = fc.tuple(fc.constantFrom(...input.events), days).map(([event, date]) => ({ ...event, date }));
  const correction = fc
    .record({
      corrected: fc.constantFrom(...input.events),
      date: days,
      effect: fc.constantFrom('always', 'from-now'),
    })
    .map(
      ({ corrected, date, effect }): TrackerEvent => ({
        kind: 'correction',
        id: `${date}-corrects-${corrected.id}`,
        date,
        title: 'A correction',
        corrects: corrected.id,
        effect: effect as 'always' | 'from-now',
        evidence: [{ kind: 'rule', detail: 'for this test' }],
      }),
    );
  const kept = fc.subarray(input.events);
  return fc
    .tuple(kept, fc.array(moved, { maxLength: 8 }), fc.array(correction, { maxLength: 4 }))
    .map((lists) => {
      const all = lists.flat();
      return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
    });
}

describe('laws', () => {
  it('prefix stability: events of later days change nothing, but for corrections that say so', () => {
    fc.assert(
      fc.property(events(), days, (list, day) => {
        const always = (event: TrackerEvent) => event.kind === 'correction' && event.effect === 'always';
        const known = list.filter((event) => event.date <= day || always(event));
        const now = status({ ...input, events: known }, day);
        expect(status({ ...input, events: list }, day)).toEqual(now);
      }),
      { numRuns: 60 },
    );
  });

  it('the order of files does not matter', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(input.events, { minLength: input.events.length }),
        days,
        (list, day) => {
          const bytes = (events: TrackerEvent[]) => JSON.stringify(status({ ...input, events }, day));
          expect(bytes(list)).toBe(bytes(input.events));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('whatever the events, no verdict but unknown is without evidence', () => {
    fc.assert(
      fc.property(events(), days, (list, day) => {
        const { proposals, launch, laterReleases } = status({ ...input, events: list }, day);
        const all = [
          ...proposals.flatMap(({ criteria, currentPhase, nextPhase, other }) => [
            ...criteria,
            ...(currentPhase?.criteria ?? []),
            ...(nextPhase?.criteria ?? []),
            ...other,
          ]),
          ...launch.criteria,
          ...laterReleases.flatMap((release) => [
            ...release.launch.criteria,
            ...release.proposals.flatMap(({ criteria }) => criteria),
          ]),
        ];
        expect(all.filter(({ verdict, evidence }) => verdict !== 'unknown' && evidence.length === 0)).toEqual(
          [],
        );
        expect(
          proposals.filter(({ phase, phaseEvidence }) => phase !== null && phaseEvidence.length === 0),
        ).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reading the input from JSON changes nothing, so that a browser gives the same answer', () => {
    const copy: TrackerInput = JSON.parse(JSON.stringify(input));
    for (const day of ['2023-07-13', '2024-01-25', '2026-11-24']) {
      expect(JSON.stringify(status(copy, day))).toBe(JSON.stringify(status(input, day)));
    }
  });

  it('does not change its input', () => {
    const before = JSON.stringify(input);
    status(input, '2026-11-24');
    actions(input, '2026-11-24');
    changesBetween(input, '2023-01-01', '2026-11-24');
    expect(JSON.stringify(input)).toBe(before);
  });
});

describe('corrections', () => {
  const correct = (effect: 'always' | 'from-now', date: string): TrackerInput => ({
    ...input,
    events: [
      ...input.events,
      {
        kind: 'correction',
        id: `${date}-correction`,
        date,
        title: 'keyvalue did not advance',
        corrects: '2024-05-02-keyvalue-phase-2',
        effect,
        evidence: [{ kind: 'rule', detail: 'for this test' }],
      },
    ],
  });
  const phase = (corrected: TrackerInput, day: string) =>
    status(corrected, day).proposals.find(({ id }) => id === 'keyvalue')?.phase;

  it('from-now leaves earlier days alone', () => {
    const corrected = correct('from-now', '2024-07-01');
    expect(phase(corrected, '2024-06-30')).toBe(2);
    expect(phase(corrected, '2024-07-01')).toBe(1);
  });

  it('always changes earlier days too', () => {
    const corrected = correct('always', '2024-07-01');
    expect(phase(corrected, '2024-06-30')).toBe(1);
    expect(phase(corrected, '2024-07-01')).toBe(1);
  });

  it('can be corrected themselves', () => {
    const corrected = correct('always', '2024-07-01');
    corrected.events.push({
      kind: 'correction',
      id: '2024-08-01-correction-of-the-correction',
      date: '2024-08-01',
      title: 'keyvalue did advance',
      corrects: '2024-07-01-correction',
      effect: 'always',
      evidence: [{ kind: 'rule', detail: 'for this test' }],
    });
    expect(phase(corrected, '2024-06-30')).toBe(2);
  });

  it('stay in the history, together with what they correct', () => {
    const { events } = historyOf(correct('always', '2024-07-01'), 'keyvalue');
    expect(events.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['2024-05-02-keyvalue-phase-2', '2024-07-01-correction']),
    );
  });
});

describe('mutation', () => {
  /** The days on which an event can show: its own, when the criteria stood, and for a plan the day of the vote. */
  const daysOf = (event: TrackerEvent): string[] => [
    event.date,
    '2023-09-07',
    '2026-07-21',
    ...(event.kind === 'scheduled' ? [event.on] : []),
  ];

  const judged = (mutated: TrackerInput, day: string): string => {
    const found = status(mutated, day);
    const lives = found.proposals.map(({ champions, ended }) => [champions, ended]);
    return (
      describeStatus(found) + JSON.stringify([lives, actions(mutated, day), contradictions(mutated, day)])
    );
  };

  const told = (mutated: TrackerInput): string =>
    JSON.stringify([
      input.proposals.map(({ id }) => historyOf(mutated, id)),
      input.criteria.map(({ id }) => historyOfCriteria(mutated, id)),
      changesBetween(mutated, '2020-01-01', '2026-11-24'),
    ]);

  const without = (event: TrackerEvent): TrackerInput => ({
    ...input,
    events: input.events.filter((other) => other !== event),
  });

  it('deleting any one event but those that only tell changes a verdict, evidence, what became of a proposal or what needs action', {
    timeout: 120_000,
  }, () => {
    const known = new Map<string, string>();
    const before = (day: string) => {
      const found = known.get(day) ?? judged(input, day);
      known.set(day, found);
      return found;
    };
    const unnoticed = input.events
      .filter(({ kind }) => !['decision', 'presentation', 'change', 'published', 'renamed'].includes(kind))
      // When a release is planned is told, and nobody has to act on it.
      .filter((event) => !(event.kind === 'scheduled' && event.version))
      .filter((event) => daysOf(event).every((day) => judged(without(event), day) === before(day)));
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });

  it('deleting any event at all changes what is told', () => {
    const all = told(input);
    const unnoticed = input.events.filter((event) => told(without(event)) === all);
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });
});
