import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/report/index.ts';
import { readFixture } from './read-fixture.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/tracker/problems');

describe('what is wrong with authored files is reported all at once, with its place', () => {
  it.each(readdirSync(FOLDER))('%s', async (rule) => {
    const { problems, sources } = readFixture(`problems/${rule}`);
    const named = problems.filter((problem) =>
      rule === 'unknown-name'
        ? problem.rule.startsWith('tracker/unknown-')
        : problem.rule === `tracker/${rule}`,
    );
    expect(named.length).toBeGreaterThan(0);
    await expect(toText(problems, sources)).toMatchFileSnapshot(join(FOLDER, rule, 'problems.txt'));
  });

  it('goes on after a file that cannot be read', () => {
    const { input } = readFixture('problems/yaml-syntax');
    expect(input.events.map(({ id }) => id)).toContain('2024-02-14-beta-phase-3');
    expect(input.events.map(({ id }) => id)).not.toContain('2024-02-14-alpha-phase-3');
  });
});
