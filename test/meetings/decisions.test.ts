import { describe, expect, it } from 'vitest';
import { parseProposalNames } from '../../src/meetings/index.ts';
import { meeting } from './note.ts';

/** Each decision as `line kind proposal phase tally method outcome`, with lines counted from the body's first. */
function decided(body: string, agenda?: string): string[] {
  const { decisions } = meeting(body, agenda ? { agenda } : {});
  const offset = agenda ? 10 + agenda.split('\n').length : 11;
  return decisions.map(({ line, kind, proposal, toPhase, tally, method, outcome }) =>
    [
      line - offset,
      kind,
      proposal ?? '-',
      toPhase ?? '-',
      tally ? Object.values(tally).join('/') : '-',
      method,
      outcome,
    ].join(' '),
  );
}

const VOTE = '### Vote: advance wasi-x to phase 2\n\n';

describe('tallies', () => {
  it.each([
    ['lines', 'SF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\nAda: The vote passes.', 3],
    ['blank lines between', 'SF: 10\n\nF: 2\n\nN: 1\n\nA: 0\n\nSA: 0\n\nThe vote passes.', 3],
    ['bullets', '- SF: 10\n- F: 2\n- N: 1\n- A: 0\n- SA: 0\n\n[Proposal passes.]', 3],
    ['bold names', '**SF**: 10\n**F**: 2\n**N**: 1\n**A**: 0\n**SA**: 0\n\nPasses', 3],
    ['reversed order', 'SA: 0\nA: 0\nN: 1\nF: 2\nSF: 10\n\nAda: Congratulations!', 3],
    ['zeros left out', 'SF: 10\nF: 2\nN: 1\nA:\nSA:\n\nIt passes.', 3],
    ['one line', 'SF: 10, F: 2, N: 1, A: 0, SA: 0\n\nAda: wasi-x advances to phase 2.', 3],
    ['one line with slashes', 'SF:10/F:2/N:1/A:0/SA:0\n\nApproved', 3],
    ['names and counts apart', 'SF/F/N/A/SA: 10/2/1/0/0. Motion passes.', 3],
    ['only numbers', 'Vote: 10/2/1/0/0\n\nThe vote passes', 3],
    ['counts first', 'Ada: Result: 10 SF, 2 F, 1 N, 0 A, 0 SA. The vote passes.', 3],
    [
      'a sentence',
      'Ada: The vote was 10 strongly in favor, 2 in favor, 1 neutral, none against. It passes.',
      3,
    ],
    ['words', 'Strongly for: 10\nFor: 2\nNeutral: 1\nAgainst: 0\nStrongly against: 0\n\nThe poll passes', 3],
    [
      'a table of rows',
      '| Vote | |\n|---|---|\n| **SF** | 10 |\n| **F** | 2 |\n| **N** | 1 |\n| **A** | 0 |\n| **SA** | 0 |\n\nThe vote passes.',
      5,
    ],
    [
      'a table of columns',
      '| SF | F | N | A | SA |\n|---|---|---|---|---|\n| 10 | 2 | 1 | 0 | 0 |\n\nThe vote passes.',
      5,
    ],
  ])('reads %s', (_, body, line) => {
    expect(decided(VOTE + body)).toEqual([`${line} phase-advance x 2 10/2/1/0/0 tally passed`]);
  });

  it.each([
    ['three categories', 'For: 12\nNeutral: 1\nAgainst: 0', '0/12/1/0/0'],
    ['three categories in a line', 'In favor: 12, abstain: 1, against: 0', '0/12/1/0/0'],
    ['yes and no', 'Yes: 10\nNo: 3', '0/10/0/3/0'],
    ['agreement in a line', 'Poll results: SA: 5 A: 3 N: 1 DA: 0 SDA: 2', '5/3/1/0/2'],
    [
      'agreement in words',
      '- Strongly agree: 5\n- Agree: 3\n- Neutral: 1\n- Disagree: 0\n- Strongly disagree: 2',
      '5/3/1/0/2',
    ],
  ])('reads a scale of %s', (_, body, tally) => {
    expect(meeting(body).decisions.map((d) => Object.values(d.tally ?? {}).join('/'))).toEqual([tally]);
  });

  it('reads a table with a vote in each row', () => {
    const rows =
      '| Proposal | SF | F | N | A | SA |\n|---|---|---|---|---|---|\n| wasi-x | 10 | 2 | 1 | 0 | 0 |\n| wasi-y | 9 | 3 | 0 | 0 | 1 |';
    expect(
      meeting(`### Votes to phase 2\n\n${rows}\n\nAll pass.`).decisions.map(({ proposal, tally }) => [
        proposal,
        tally?.sf,
      ]),
    ).toEqual([
      ['x', 10],
      ['y', 9],
    ]);
  });

  it.each([
    ['SF: 3\nF: 6\nN: 4\nA: 0\nSA: 0\n\nBen: Thanks all.', 'unstated'],
    ['SF: 1\nF: 2\nN: 1\nA: 5\nSA: 4\n\nAda: The vote fails.', 'failed'],
    ['SF: 1\nF: 2\nN: 1\nA: 5\nSA: 4\n\nAda: We do not have consensus.', 'failed'],
    ['Ada: No votes against. wasi-x moves to phase 2.\n\nSF: 9\nF: 1\nN: 0\nA: 0\nSA: 0', 'passed'],
    ['SF: 9\nF: 1\nN: 0\nA: 0\nSA: 0\n\nAda: If it passes we will celebrate.', 'unstated'],
  ])('takes the outcome from the words around the tally: %j is %s', (body, outcome) => {
    expect(meeting(VOTE + body).decisions.map((d) => d.outcome)).toEqual([outcome]);
  });

  it('gives each of several votes its own outcome', () => {
    const body =
      'Ada: wasi-x advances to phase 2\n\nSF: 9\nF: 1\n\nBen: Now wasi-y.\n\nSF: 8\nF: 2\n\nAda: wasi-y advances to phase 2';
    expect(decided(`### Votes\n\n${body}`)).toEqual([
      '5 phase-advance x 2 9/1/0/0/0 tally passed',
      '10 phase-advance y 2 8/2/0/0/0 tally passed',
    ]);
  });

  it('takes SA: for a person where it is one', () => {
    const { decisions, turns } = meeting('SA: 5 minutes is enough.\n\nSA: 2 more questions.', {
      attendees: ['Sue Ash', 'Ben Moss'],
    });
    expect(decisions).toEqual([]);
    expect(turns.map(({ speaker, person }) => [speaker, person])).toEqual([
      ['SA', 'Sue Ash'],
      ['SA', 'Sue Ash'],
    ]);
  });
});

describe('consent', () => {
  it.each([
    [
      '### wasi-x\n\nAda: Any objections to moving wasi-x to phase 1?\n\n[none]\n\nAda: Great!',
      '5 phase-advance x 1 - no-objection passed',
    ],
    [
      '### wasi-x\n\nAda: Any objections? Hearing none, wasi-x advances to phase 1.',
      '3 phase-advance x 1 - no-objection passed',
    ],
    [
      '### wasi-x\n\nAda: Hearing no objections, wasi-x moves to Phase 1.',
      '3 phase-advance x 1 - no-objection passed',
    ],
    [
      '### Poll: wasi-x\n\nOk, consensus poll. Anyone object? [long awkward silence]',
      '3 phase-advance x - - no-objection passed',
    ],
    [
      '### Poll: gRPC\n\nAda: Any concerns about gRPC moving forward?\nAda: Congrats on the new proposal!',
      '4 phase-advance grpc - - no-objection passed',
    ],
    [`${VOTE}Ada: Unanimous consent. wasi-x is now phase 2.`, '3 phase-advance x 2 - unanimous passed'],
    [`${VOTE}[unanimous consent]`, '3 phase-advance x 2 - unanimous passed'],
    [`${VOTE}By consent, wasi-x advances to phase 2.`, '3 phase-advance x 2 - no-objection passed'],
    [
      `${VOTE}Ada: If you dissent, speak now.\n\nAda: No dissent, so wasi-x goes to phase 2!`,
      '5 phase-advance x 2 - no-objection passed',
    ],
    [
      '### Release\n\nAda: Since we are not hearing any concerns, we will go ahead.',
      '3 process - - - no-objection passed',
    ],
    ['### Names\n\nDECISION (consensus): Ratified', '3 other - - - no-objection passed'],
    [
      '### Names\n\nAda: Should we rename it?\nBen: yes\nAda: seems like consensus',
      '5 other - - - chair-declared passed',
    ],
    ['### Names\n\n(Discussion, concluding in general approval)', '3 other - - - chair-declared passed'],
    [
      '### A patch\n\nClose this PR for now, the mechanism is not there yet.',
      '3 other - - - chair-declared passed',
    ],
  ])('is found in %j', (body, expected) => {
    expect(decided(body)).toEqual([expected]);
  });

  it('does not repeat a decision that is only confirmed', () => {
    expect(
      decided('### wasi-x\n\nAda: anyone opposed to phase 1?\n[no]\nAda: let us do it, we have consensus.'),
    ).toHaveLength(1);
  });
});

describe('votes put off', () => {
  it.each([
    `${VOTE}Ada: We will postpone the vote until the next meeting.`,
    `${VOTE}Decision to postpone until the criteria are written.`,
    `${VOTE}Ada: Could you add that, and then vote on Nov 14, our next meeting?`,
    `${VOTE}Ada: No quorum, so we push the vote to April 3.`,
    '### Proposal to advance wasi-x to phase 2\n\nAda: Can we push the vote to the next meeting?',
  ])('are postponed: %j', (body) => {
    expect(decided(body)).toEqual(['3 phase-advance x 2 - none postponed']);
  });

  it('are none when the vote was held after all', () => {
    expect(decided(`${VOTE}Ben: We could vote next week.\n\nAda: No, now.\n\nSF: 9\nF: 1\n\nPasses`)).toEqual(
      ['7 phase-advance x 2 9/1/0/0/0 tally passed'],
    );
  });
});

describe('what is no decision', () => {
  it.each([
    'Ada: We plan to hold a vote next meeting to advance wasi-x to phase 2.',
    'Ada: If there are no objections next time we could move to phase 2.\n\nBen: I have no objections.',
    'Ada: Any questions? No? Ok, moving on.',
    'Ada: wasi-x advanced to phase 2 last meeting, and the vote passed unanimously.',
    'Ada: We are not going to vote now, but we will vote on this change next week.',
    'Ada: The CG has a procedure for how consensus is reached.',
    'Ada: It passes all tests but one.',
    'Ben: Several recent votes have been unanimous consent.',
    'Ada: Are there more questions? (no)',
    'Ada: Phase 2: Implementations proceed through prototypes.',
  ])('%j', (body) => {
    expect(decided(`### wasi-x\n\n${body}`)).toEqual([]);
  });

  it('an agenda item', () => {
    expect(decided('### Hello\n\nAda: Hi.', '1. Vote: advance wasi-x to phase 2')).toEqual([]);
  });
});

describe('what a decision is about', () => {
  it('is told by the agenda where no heading tells', () => {
    const agenda = '1. Vote: Rebase the phase process\n1. Vote: advance wasi-x to phase 2';
    expect(
      decided(
        'Ada: The first vote has passed by unanimous consent.\n\nBen: Good.\n\nAda: Next.\n\nBen: Yes.\n\nAda: Ready?\n\nAda: The second vote has passed by unanimous consent.',
        agenda,
      ),
    ).toEqual(['1 process - - - unanimous passed', '11 phase-advance x 2 - unanimous passed']);
  });

  it('is a launch or an inclusion when the words say so', () => {
    const body =
      'SF: 9\nF: 1\n\nAda: We have consensus to include the wasi:cli/command world in Preview 2.\n\nBen: Next.\n\nSF: 8\nF: 2\n\nAda: With that we have consensus to launch Preview 2.';
    expect(decided(body)).toEqual([
      '1 inclusion cli - 9/1/0/0/0 tally passed',
      '8 launch - - 8/2/0/0/0 tally passed',
    ]);
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
    expect(meeting(`${VOTE}SF: 9\nF: 1\n\n**Ada Lark**: The vote passes.`).decisions[0]?.quote).toBe(
      'The vote passes.',
    );
  });
});

describe('the table of names', () => {
  it.each([
    ['io: text', 1, 'expected a list of names for "io"'],
    ['io: [a]\ncli: [a]', 2, 'expected "a" to name one proposal, found "io" and "cli"'],
    ['io: [a', 1, 'expected'],
  ])('explains what is wrong with %j', (text, line, message) => {
    const [problem] = parseProposalNames({ path: 'names.yml', text }).problems;
    expect(problem?.line).toBe(line);
    expect(problem?.message.toLowerCase()).toContain(message === 'expected' ? '' : message.toLowerCase());
    expect(problem?.hint).toBeTruthy();
  });
});
