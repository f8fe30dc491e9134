import { expect, it } from 'vitest';
import { stageOn, status, versionOn } from '../../src/tracker/index.ts';
import { readFixture } from './read-fixture.ts';

const { input } = readFixture();
const [set] = input.criteria.filter(({ id }) => id === 'first-inclusion');
const criterion = set?.criteria[0];
if (!set || !criterion) throw new Error('the base of the fixtures has no set');

const changed = {
  ...criterion,
  versions: [
    { text: 'first', from: '2024-02-14', until: '2024-03-01', source: [] },
    { text: 'second', from: '2024-03-01', until: '2024-04-01', source: [] },
  ],
};

it.each([
  ['2024-02-13', undefined],
  ['2024-02-14', 'first'],
  ['2024-02-29', 'first'],
  ['2024-03-01', 'second'],
  ['2024-03-31', 'second'],
  ['2024-04-01', undefined],
])('the wording on %s is %s', (day, text) => {
  expect(versionOn(changed, day)?.text).toBe(text);
});

it.each([
  ['2024-01-09', undefined],
  ['2024-01-10', 'promised'],
  ['2024-02-13', 'promised'],
  ['2024-02-14', 'adopted'],
])('the stage on %s is %s', (day, state) => {
  expect(stageOn(set, day)?.state).toBe(state);
});

it('a criterion is gone once its last wording no longer applies', () => {
  const criteria = [{ ...set, criteria: [changed] }];
  const ids = (day: string) => status({ ...input, criteria }, day).proposals[0]?.criteria.map(({ id }) => id);
  expect(ids('2024-03-31')).toEqual(['phase-3']);
  expect(ids('2024-04-01')).toEqual([]);
});

it('what is promised is listed as unknown, without its text', () => {
  const promised = status(input, '2024-01-10').proposals[0]?.criteria;
  expect(promised?.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['phase-3', 'unknown'],
    ['vote', 'unknown'],
  ]);
});
