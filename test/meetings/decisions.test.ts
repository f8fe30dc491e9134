import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUES, cuesIn } from '../../src/meetings/decisions/cues.ts';
import { parseMeeting, parseProposalNames } from '../../src/meetings/index.ts';
import type { Decision, Meeting } from '../../src/meetings/meeting.ts';
import { type Case, testCases } from './cases.ts';
import { meeting, note } from './note.ts';

const aliases = join(import.meta.dirname, '../../content/proposal-aliases.yml');
const proposals = parseProposalNames({ path: aliases, text: readFileSync(aliases, 'utf8') }).value;
const attendees = ['Ada Lark', 'Ben Moss', 'Cy Reed', 'Dee Fern', 'Eve Ivy', 'Finn Rush'];
const HEAD = note('', { attendees }).split('\n').length - 1;

function read({ path, note: body }: Case): Meeting {
  return parseMeeting({ path, text: note(body, { attendees }) }, { proposals });
}

/** A decision as `line kind proposal phase tally method outcome`, with lines counted from the body's first. */
function shown(decision: Decision, before = HEAD): string {
  const { line, kind, proposal, toPhase, tally, method, outcome } = decision;
  const counts = tally ? Object.values(tally).join('/') : '-';
  return [line - before, kind, proposal ?? '-', toPhase ?? '-', counts, method, outcome].join(' ');
}

const decided = (one: Case) =>
  read(one)
    .decisions.map((decision) => shown(decision))
    .join('\n') || 'none';

for (const table of ['counted', 'consent', 'put-off', 'none']) testCases(`decisions/${table}.txt`, decided);

testCases('decisions/candidates.txt', (one) => {
  const { decisions, candidates } = read(one);
  const wanted = Number(/\d+$/u.exec(one.result)?.[0]);
  if (decisions.length > 0) return decided(one);
  const held = candidates.some(({ line, endLine }) => line - HEAD <= wanted && endLine - HEAD >= wanted);
  return held ? `candidate with line ${wanted}` : `candidates ${JSON.stringify(candidates)}`;
});

describe('the table of cues', () => {
  it.each(CUES)('$name', ({ name, example, counterexample }) => {
    expect(cuesIn(example)).toContain(name);
    expect(cuesIn(counterexample)).not.toContain(name);
  });
});

describe('candidates', () => {
  const body =
    '### Names\n\nAda: Any opinions on the short names?\n\nBen: Everyone agrees with the decision to keep them, so we go ahead.\n\n### Vote: wasi-tls to phase 2\n\nSF: 3\nF: 2\n\nThe vote passes.\n\nCy: Then we decide on the logo.';
  const { decisions, candidates } = meeting(body, {}, { proposals });

  it('say where, why, how sure and about what', () => {
    expect(candidates[0]).toEqual({
      line: expect.any(Number),
      endLine: expect.any(Number),
      cues: expect.arrayContaining([expect.any(String)]),
      score: expect.any(Number),
      heading: expect.any(String),
      proposal: expect.toBeOneOf([null, expect.any(String)]),
      toPhase: expect.toBeOneOf([null, expect.any(Number)]),
    });
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('overlap no decision', () => {
    expect(decisions).toHaveLength(1);
    for (const { line, endLine } of candidates)
      for (const decision of decisions) expect(decision.line < line || decision.line > endLine).toBe(true);
  });
});

describe('the agenda', () => {
  it('holds no decision', () => {
    const { decisions, candidates } = meeting('### Hello\n\nAda: Hi.', {
      agenda: '1. Vote: advance wasi-x to phase 2',
    });
    expect([decisions, candidates]).toEqual([[], []]);
  });

  it('tells what a vote was about where no heading does', () => {
    const agenda = '1. Vote: Rebase the phase process\n1. Vote: advance wasi-x to phase 2';
    const said =
      'Ada: The first vote has passed by unanimous consent.\n\nBen: Good.\n\nAda: Next.\n\nBen: Yes.\n\nAda: Ready?\n\nAda: The second vote has passed by unanimous consent.';
    expect(meeting(said, { agenda }).decisions.map((one) => shown(one, 12))).toEqual([
      '1 process - - - unanimous passed',
      '11 phase-advance x 2 - unanimous passed',
    ]);
  });

  it('tells the phase where the vote names only its proposal', () => {
    const agenda = '1. Poll for wasi-x to phase 1';
    const said = '### Poll: wasi-x\n\nAda: Consensus vote. [no objections]';
    expect(meeting(said, { agenda }).decisions.map(({ toPhase }) => toPhase)).toEqual([1]);
  });
});

describe('what a decision is about', () => {
  it('is the poll, the heading or the proposal, and nothing that a chair happened to say', () => {
    const subject = (body: string) => meeting(body, {}, { proposals }).decisions[0]?.subject;
    expect(subject('### Poll: wasi-kv to phase 2\n\nAda: Any objections? [none]')).toBe(
      'advancing keyvalue to phase 2',
    );
    expect(subject('### Logo\n\nPOLL: Keep the old logo\n\nSF: 2\nF: 3')).toBe('Keep the old logo');
    expect(subject('### Meeting time\n\nAda: Any objections? Hearing none.')).toBe('Meeting time');
  });

  it('has the id that the table of names gives', () => {
    const names = parseProposalNames({
      path: 'names.yml',
      text: 'keyvalue: [key-value store, kv]\nclocks: []\nclocks-timezone: [timezone]\n',
    });
    expect(names.problems).toEqual([]);
    const of = (title: string) =>
      meeting(`### ${title}\n\nNo objections.`, {}, { proposals: names.value }).decisions[0]?.proposal;
    expect(of('Poll: advance wasi-kv to phase 2')).toBe('keyvalue');
    expect(of('Vote: Key-value Store to phase 1')).toBe('keyvalue');
    expect(of('Vote: wasi-clocks timezone to phase 2')).toBe('clocks-timezone');
  });

  it('keeps the words that carry it', () => {
    const body = '### Vote: advance wasi-x to phase 2\n\nSF: 9\nF: 1\n\n**Ada Lark**: The vote passes.';
    expect(meeting(body).decisions[0]?.quote).toBe('The vote passes.');
  });
});

it('takes SA for strongly agree on a scale of agreement, and for a person elsewhere', () => {
  const { turns } = meeting('### Topic\n\nSA: 5 minutes is enough.\n\nSA: 2 more questions.', {
    attendees: ['Sue Ash', 'Ben Moss'],
  });
  expect(turns.map(({ speaker, person }) => [speaker, person])).toEqual([
    ['SA', 'Sue Ash'],
    ['SA', 'Sue Ash'],
  ]);
});

describe('the table of names', () => {
  it.each([
    ['io: text', 1, 'expected a list'],
    ['io: [a]\ncli: [a]', 2, 'expected "a" to name one proposal, found "io" and "cli"'],
    ['io: [a', 1, 'expected'],
  ])('explains what is wrong with %j', (text, line, message) => {
    const [problem] = parseProposalNames({ path: 'names.yml', text }).problems;
    expect(problem?.line).toBe(line);
    expect(problem?.message.toLowerCase()).toContain(message === 'expected' ? '' : message.toLowerCase());
    expect(problem?.hint).toBeTruthy();
  });
});
