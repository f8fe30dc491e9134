import { expect, it } from 'vitest';
import { toText } from '../../src/report/index.ts';
import { readFixture } from './read-fixture.ts';

it('finds nothing wrong with the base of the fixtures', () => {
  const { problems, sources } = readFixture();
  expect(toText(problems, sources)).toBe('');
});
