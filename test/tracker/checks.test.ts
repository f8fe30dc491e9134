import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/report/index.ts';
import { CHECKS, type CriterionStatus, status, type TrackerInput } from '../../src/tracker/index.ts';
import { readFixture } from './read-fixture.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/tracker/checks');

describe('checks', () => {
  it('has a fixture for every check', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(CHECKS).sort());
  });

  it.each(Object.keys(CHECKS))('%s', async (check) => {
    const { input, problems, sources } = readFixture(`checks/${check}`);
    expect(toText(problems, sources)).toBe('');
    await expect(story(input)).toMatchFileSnapshot(join(FOLDER, check, 'verdicts.txt'));
  });

  it('gives evidence for every verdict that is not unknown, and says what would meet the others', () => {
    for (const check of Object.keys(CHECKS)) {
      const { input } = readFixture(`checks/${check}`);
      for (const day of daysOf(input)) {
        for (const { verdict, evidence, why, wouldMeet } of judged(input, day).flatMap(([, all]) => all)) {
          expect(why).not.toBe('');
          if (verdict !== 'unknown') expect(evidence.length).toBeGreaterThan(0);
          expect(wouldMeet === '').toBe(verdict === 'met');
        }
      }
    }
  });
});

/** Each verdict of the set `checked` from the day on which it came about. */
function story(input: TrackerInput): string {
  const last = new Map<string, string>();
  const lines = daysOf(input).flatMap((day) =>
    judged(input, day).flatMap(([subject, [criterion]]) => {
      const text = criterion ? describeVerdict(criterion) : 'not judged';
      if (last.get(subject) === text) return [];
      last.set(subject, text);
      return [`${day} ${subject}: ${text}`];
    }),
  );
  return `${lines.join('\n')}\n`;
}

function describeVerdict({ verdict, why, wouldMeet, evidence }: CriterionStatus): string {
  const shown = evidence.map(({ kind, event, path, detail }) => `    ${kind}: ${event ?? detail ?? path}`);
  return [verdict, `  ${why}`, ...(wouldMeet ? [`  would meet it: ${wouldMeet}`] : []), ...shown].join('\n');
}

function judged(input: TrackerInput, day: string): [subject: string, criteria: CriterionStatus[]][] {
  const { proposals, launch } = status(input, day);
  const all: [string, CriterionStatus[]][] = [
    ...proposals.map(({ id, criteria, currentPhase, nextPhase, other }): [string, CriterionStatus[]] => [
      id,
      [...criteria, ...(currentPhase?.criteria ?? []), ...(nextPhase?.criteria ?? []), ...other],
    ]),
    ['the release', launch.criteria],
  ];
  return all
    .map(([subject, criteria]): [string, CriterionStatus[]] => [
      subject,
      criteria.filter(({ set }) => set === 'checked'),
    ])
    .filter(([, criteria]) => criteria.length > 0);
}

function daysOf({ events, proposals }: TrackerInput): string[] {
  const days = [
    '2024-01-09',
    ...events.map(({ date }) => date),
    ...proposals.flatMap(({ versions }) => versions.map(({ published }) => published)),
    '2024-12-31',
  ];
  return [...new Set(days)].sort();
}
