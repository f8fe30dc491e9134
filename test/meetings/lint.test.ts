import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint, parseMeeting } from '../../src/meetings/index.ts';
import { RULES } from '../../src/meetings/lint/index.ts';
import { fixtureNotes } from './fixtures.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/meetings/lint');
const MARK = /⟦|⟧/gu;

/** The fixture's text without its marks, and where each mark points: line, column and end column, from 1. */
function unmarked(text: string): { clean: string; marks: [number, number, number][] } {
  const marks: [number, number, number][] = [];
  text.split('\n').forEach((line, i) => {
    const start = [...line].indexOf('⟦');
    if (start >= 0) marks.push([i + 1, start + 1, [...line].indexOf('⟧')]);
  });
  return { clean: text.replace(MARK, ''), marks };
}

function found(path: string, text: string, rule?: string) {
  const file = { path, text };
  const exists = (target: string) => existsSync(join(FOLDER, target));
  const problems = lint(file, parseMeeting(file), { exists });
  return rule ? problems.filter((problem) => problem.rule === `meetings/${rule}`) : problems;
}

describe.each(RULES.map(({ name, severity }) => ({ name, severity })))('$name', ({ name, severity }) => {
  const [bad, ...rest] = fixtureNotes(`lint/${name}`);

  it('finds what its fixture marks, and nothing else', () => {
    expect(rest).toEqual([]);
    const { clean, marks } = unmarked(bad?.text ?? '');
    const problems = found('notes/2027/WASI-03-04.md', clean, name);
    expect(marks.length).toBeGreaterThan(0);
    expect(problems.map(({ line, column, endColumn }) => [line, column, endColumn])).toEqual(marks);
    for (const problem of problems) {
      expect(problem.severity).toBe(severity);
      expect(problem.message).toMatch(/^expected /);
      expect(problem.hint).toMatch(/\."?$/);
    }
  });

  it('is the only rule that its fixture breaks', () => {
    const rules = found('notes/2027/WASI-03-04.md', unmarked(bad?.text ?? '').clean).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set([`meetings/${name}`]));
  });

  it('is explained in the reference', () => {
    const [page] = fixtureNotes('../../../content/docs/reference').filter(
      ({ path }) => path === 'meeting-problems.md',
    );
    expect(page?.text).toContain(`### ${name}\n`);
  });
});

it('has nothing to say about notes as they should be', () => {
  const text = `## Agenda: March 4

- **When**: March 4 2027, 17:00-18:00 UTC

## Notes

### Attendees

- Ada Lark
- Ben Moss

### Vote: advance wasi-x to phase 2

**Ada**: See [the slides](./lint.md), and let us vote.

- SF: 3
- F: 2
- N: 0
- A: 0
- SA: 0

**Ben**: The vote passes.

[end of the meeting]
`;
  expect(
    lint({ path: '2027/WASI-03-04.md', text }, parseMeeting({ path: '2027/WASI-03-04.md', text })),
  ).toEqual([]);
});

it('knows the people of the alias file', () => {
  const text = '### Attendees\n- Ada Lark\n\n### Topic\n\n**larky**: Hello.\n';
  const file = { path: '2027/WASI-03-04.md', text };
  const known = [{ name: 'Ada Lark', aliases: ['larky'], leaveOut: false }];
  expect(lint(file, parseMeeting(file)).map(({ rule }) => rule)).toEqual(['meetings/unknown-speaker']);
  expect(lint(file, parseMeeting(file), { known })).toEqual([]);
});
