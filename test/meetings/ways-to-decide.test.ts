import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProposalNames } from '../../src/meetings/index.ts';
import { meeting } from './note.ts';

const path = join(import.meta.dirname, '../../content/proposal-aliases.yml');
const proposals = parseProposalNames({ path, text: readFileSync(path, 'utf8') }).value;
const attendees = ['Ada Lark', 'Ben Moss', 'Cy Reed', 'Dee Fern', 'Eve Ivy', 'Finn Rush'];

/** Each decision as `line proposal phase tally method outcome`, with lines counted from the body's first. */
function decided(body: string): string[] {
  return meeting(body, { attendees }, { proposals }).decisions.map((d) =>
    [
      d.line - 15,
      d.proposal ?? '-',
      d.toPhase ?? '-',
      d.tally ? Object.values(d.tally).join('/') : '-',
      d.method,
      d.outcome,
    ].join(' '),
  );
}

describe('decisions as volunteers write them', () => {
  it.each([
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF - 10\nF - 2\nN - 1\nA - 0\nSA - 0\n\nVote passes.',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n**Ada**: 10 strongly for, 2 for, 1 neutral, 0 against, 0 strongly against. The vote passes!',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nF 10, N 2, A 0\n\nVote passes',
      ['3 keyvalue 2 0/10/2/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nResults:\n\n* Strongly favor: 10\n* Favor: 2\n* Neutral: 1\n* Against: 0\n* Strongly against: 0\n\n**Ada**: Congratulations, keyvalue is now in phase 2!',
      ['5 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n| Vote | Count |\n| --- | --- |\n| Strongly For | 10 |\n| For | 2 |\n| Neutral | 1 |\n| Against | 0 |\n| Strongly Against | 0 |\n\nMotion carries.',
      ['5 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n| | |\n|-|-|\n| SA | 0 |\n| A | 0 |\n| N | 1 |\n| F | 2 |\n| SF | 10 |\n\nResult: passed',
      ['5 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n| SF | F | N | A | SA |\n| :-: | :-: | :-: | :-: | :-: |\n| 10 | 2 | 1 | 0 | 0 |\n',
      ['5 keyvalue 2 10/2/1/0/0 tally unstated'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n| Strongly For | For | Neutral | Against | Strongly Against |\n|---|---|---|---|---|\n| 10 | 2 | 1 | 0 | 0 |\n\n**Ada**: Consensus achieved.',
      ['5 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n👍 12\n😐 2\n👎 0\n\nVote passes',
      ['3 keyvalue 2 0/12/2/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n👍: 12, 👎: 0\n\nVote passes',
      ['3 keyvalue 2 0/12/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n- SF: 10\n- F: 2\n- N: 1\n- A: 0\n- SA: 0\n- Total: 13\n\nPasses',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF: 10  \nF: 2  \nN: 1  \nA: 0  \nSA: 0  \nTotal: 13  \n\nPassed.',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n- **Strongly For**: 10\n- **For**: 2\n- **Neutral**: 1\n- **Against**: 0\n- **Strongly Against**: 0\n\n**Outcome**: passes',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF 10 / F 2 / N 1 / A 0 / SA 0 — passes',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF=10 F=2 N=1 A=0 SA=0\n\nThe proposal advances to phase two.',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n**Yes**: 12\n**No**: 0\n**Abstain**: 1\n\nApproved!',
      ['3 keyvalue 2 0/12/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n(SF: 10, F: 2, N: 1, A: 0, SA: 0)\n\nAda: that passes, congrats Dee',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\n**Ada**: 12 in favor, 1 neutral, none opposed. Motion passes.',
      ['3 keyvalue 2 0/12/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF: 2\nF: 3\nN: 4\nA: 5\nSA: 1\n\n**Ada**: Vote does not pass.',
      ['3 keyvalue 2 2/3/4/5/1 tally failed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF: 2\nF: 3\nN: 4\nA: 5\nSA: 1\n\nNo consensus',
      ['3 keyvalue 2 2/3/4/5/1 tally failed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF: 2\nF: 3\nN: 4\nA: 5\nSA: 1\n\nNot approved.',
      ['3 keyvalue 2 2/3/4/5/1 tally failed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nSF: 10\nF: 2\nN: 1\n\n(no against or strongly against)',
      ['3 keyvalue 2 10/2/1/0/0 tally unstated'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nVote results: 10 SF, 2 F, 1 N\n\nKeyvalue moves on to phase 2.',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-keyvalue to phase 2\n\nFinal tally was 10-2-1-0-0, so the vote passes',
      ['3 keyvalue 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Straw poll: should we rename `poll` to `wait`?\n\nYes: 4\nNo: 6\nNeutral: 2',
      ['3 - - 0/4/2/6/0 tally unstated'],
    ],
    [
      '### Temperature check on dropping the old tool\n\nSF: 4, F: 3, N: 2, A: 1, SA: 0',
      ['3 - - 4/3/2/1/0 tally unstated'],
    ],
    [
      '### Sockets\n\n**Ben**: quick straw poll, who would prefer the split version?\n\nFor: 6\nAgainst: 3\n\n**Ben**: ok, informative',
      ['5 - - 0/6/0/3/0 tally unstated'],
    ],
    [
      '### Voting\n\n**wasi-io to phase 3**\n\n- SF: 9\n- F: 3\n- N: 0\n- A: 0\n- SA: 0\n\nPasses\n\n**wasi-clocks to phase 3**\n\n- SF: 8\n- F: 4\n- N: 0\n- A: 0\n- SA: 0\n\nPasses',
      ['5 io 3 9/3/0/0/0 tally passed', '15 clocks 3 8/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: advance wasi-nn from phase 1 to phase 2\n\nSF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\n**Ada**: And with that nn advances.',
      ['3 nn 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls Phase II\n\nSF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\nPassed',
      ['3 tls 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### wasi-tls: vote for phase two\n\nSF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\nPassed',
      ['3 tls 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### wasi-tls ph. 2 vote\n\nSF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\nPassed',
      ['3 tls 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### wasi-tls phase 1 -> 2\n\nSF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\nPassed',
      ['3 tls 2 10/2/1/0/0 tally passed'],
    ],
    [
      '### Phase 1 → Phase 2 for wasi-tls\n\nSF: 10\nF: 2\nN: 1\nA: 0\nSA: 0\n\nPassed',
      ['3 tls 2 10/2/1/0/0 tally passed'],
    ],
    [
      "### Proposals and discussions\n\n#### wasi-webgpu: vote to advance to Phase 2\n\n**Ivo**: slides\n\n**Ada Lark**: Let's vote. Put your vote in chat.\n\nSF: 8\nF: 3\nN: 2\nA: 0\nSA: 0\n\n**Ada Lark**: By my count, we have consensus to move to phase 2. Congratulations!",
      ['9 webgpu 2 8/3/2/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n**Ada**: Vote is 10 SF, 4 F, 0 N, 0 A, 0 SA. We are in phase 2!',
      ['3 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n> SF: 10\n> F: 4\n> N: 0\n> A: 0\n> SA: 0\n\nPassed!',
      ['3 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n* SF (10)\n* F (4)\n* N (0)\n* A (0)\n* SA (0)\n\nPassed!',
      ['3 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\nSF: 10 (Ada, Ben, Cy)\nF: 4 (Dee, Eve)\nN: 0\nA: 0\nSA: 0\n\nPassed!',
      ['3 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n```\nSF: 10\nF: 4\nN: 0\nA: 0\nSA: 0\n```\n\nPassed!',
      ['4 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n**SF:** 10\n**F:** 4\n**N:** 0\n**A:** 0\n**SA:** 0\n\nThe vote is in favor of advancing.',
      ['3 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\nSF: 10<br>\nF: 4<br>\nN: 0<br>\nA: 0<br>\nSA: 0<br>\n\nPassed!',
      ['3 tls 2 10/4/0/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n| Option | Votes |\n|---|---|\n| Strongly in favor | 7 |\n| In favor | 5 |\n| Neutral | 2 |\n| Opposed | 0 |\n| Strongly opposed | 0 |\n\nThe proposal is approved for Phase 2.',
      ['5 tls 2 7/5/2/0/0 tally passed'],
    ],
    [
      '### Votes\n\n| Proposal | SF | F | N | A | SA | Result |\n|---|---|---|---|---|---|---|\n| wasi-io to phase 3 | 7 | 5 | 2 | 0 | 0 | Passed |\n| wasi-clocks to phase 3 | 6 | 5 | 2 | 0 | 0 | Passed |',
      ['5 io 3 7/5/2/0/0 tally passed', '6 clocks 3 6/5/2/0/0 tally passed'],
    ],
    [
      '### Vote to launch WASI 0.3\n\nSF: 20\nF: 5\nN: 1\nA: 0\nSA: 0\n\nWASI 0.3 is launched! 🎉',
      ['3 - - 20/5/1/0/0 tally passed'],
    ],
    [
      '### Vote to launch WASI 0.3\n\nSF: 20\nF: 5\nN: 1\nA: 0\nSA: 0\n\n🎉',
      ['3 - - 20/5/1/0/0 tally unstated'],
    ],
    [
      '### wasi-gfx\n\n**Ada**: We want to bring this to a vote. Let me share the criteria.\n\n**Ivo**: all met.\n\n**Ada**: Alright, please vote in the Zoom chat with SF, F, N, A, SA.\n\n**Ada**: Counting... 9 SF, 3 F and 1 N. That is a pass!',
      ['9 webgpu - 9/3/1/0/0 tally passed'],
    ],
    [
      '### Phase 2 vote for wasi-i2c\n\n**Finn**: presents\n\n**Ada**: Any questions before the vote?\n\n**Gus**: none\n\n**Ada**: Then the vote.\n\n- SF: 5\n- F: 4\n- N: 3\n- A: 0\n- SA: 0\n\n**Ada**: i2c is now Phase 2. Congratulations',
      ['11 i2c 2 5/4/3/0/0 tally passed'],
    ],
    [
      '### Phase 2 vote for wasi-i2c\n\n**Ada**: Vote passed with SF: 5, F: 4, N: 3, A: 0, SA: 0',
      ['3 i2c 2 5/4/3/0/0 tally passed'],
    ],
    [
      '### Phase 2 vote for wasi-i2c\n\nVote passes: 5 strongly for, 4 for, 3 neutral',
      ['3 i2c 2 5/4/3/0/0 tally passed'],
    ],
    ['### Phase 2 vote for wasi-i2c\n\nPassed (5/4/3/0/0)', ['3 i2c 2 5/4/3/0/0 tally passed']],
    ['### Phase 2 vote for wasi-i2c\n\nVote outcome: 5-4-3-0-0 → passed', ['3 i2c 2 5/4/3/0/0 tally passed']],
    [
      '### Phase 2 vote for wasi-i2c\n\nThe vote passed with 9 in favor and 3 neutral.',
      ['3 i2c 2 0/9/3/0/0 tally passed'],
    ],
    [
      '### Vote: wasi-tls to phase 2\n\n**Ben**: questions are deferred to the end.\n\nSF: 5\nF: 2\nN: 0\nA: 0\nSA: 0\n\nPasses.',
      ['5 tls 2 5/2/0/0/0 tally passed'],
    ],
  ])('counted: %j', (body, expected) => {
    expect(decided(body)).toEqual(expected);
  });

  it.each([
    [
      '### wasi-tls\n\n**Ada**: Any objections to wasi-tls at phase 1?\n\n*crickets*\n\n**Ada**: Great, congrats Ben!',
      ['5 tls 1 - no-objection passed'],
    ],
    [
      "### wasi-tls\n\n**Ada**: Let's do a consensus vote for phase 1. Any objections?\n\n**Ada**: Seeing none. wasi-tls is a phase 1 proposal.",
      ['5 tls 1 - no-objection passed'],
    ],
    [
      '### wasi-tls\n\n**Ada**: Seeing no objection, wasi-tls is at phase 1 now.',
      ['3 tls 1 - no-objection passed'],
    ],
    [
      '### wasi-tls\n\n**Ada**: Do I hear any objections to accepting this as a phase 1 proposal?\n\n(silence)\n\n**Ada**: Accepted as phase 1 proposal.',
      ['5 tls 1 - no-objection passed'],
    ],
    [
      '### wasi-tls phase 1 vote\n\n**Ada**: All in favor of phase 1?\n\n[thumbs up from everyone]\n\n**Ada**: Ok it is phase 1.',
      ['5 tls 1 - unanimous passed'],
    ],
    ['### wasi-tls phase 1 vote\n\n[thumbs up all around]', ['3 tls 1 - unanimous passed']],
    [
      '### wasi-tls phase 1 vote\n\n**Ada**: If nobody objects, this goes to phase 1.\n\n*no one objects*',
      ['5 tls 1 - no-objection passed'],
    ],
    [
      '### Repository names\n\n**Ada**: Should we call it wasi-cfg?\n\n(general agreement)',
      ['5 - - - chair-declared passed'],
    ],
    [
      '### Repository names\n\n**Ada**: I propose we archive the old repositories. Any objections?\n\n**Dee**: no objection\n\n**Cy**: none here\n\n**Ada**: Ok, done.',
      ['5 - - - no-objection passed'],
    ],
    [
      '### Vote: wasi-otel to phase 1\n\n**Ada**: Unanimous consent vote: any objection?\n\n_none_\n\n**Ada**: Passed by unanimous consent.',
      ['7 otel 1 - unanimous passed'],
    ],
    ['### Vote: wasi-otel to phase 1\n\nApproved by unanimous consent', ['3 otel 1 - unanimous passed']],
    [
      '### Vote: wasi-otel to phase 1\n\nMotion passes with no objections.',
      ['3 otel 1 - no-objection passed'],
    ],
    [
      '### Vote: wasi-otel to phase 1\n\nVote passes with unanimous consent.',
      ['3 otel 1 - unanimous passed'],
    ],
    ['### Vote: wasi-otel to phase 1\n\nPassed unanimously', ['3 otel 1 - unanimous passed']],
    ['### Vote: wasi-otel to phase 1\n\n**Outcome**: Approved', ['3 otel 1 - chair-declared passed']],
    ['### Vote: wasi-otel to phase 1\n\n✅ Passed', ['3 otel 1 - chair-declared passed']],
    [
      '### wasi-otel\n\nThe group agrees to advance wasi-otel to phase 1.',
      ['3 otel 1 - chair-declared passed'],
    ],
    [
      '### wasi-otel\n\n**Eve**: We would like phase 1.\n\n**Ada**: Anyone opposed? No? Ok! wasi-otel is now a phase 1 proposal.',
      ['5 otel 1 - no-objection passed'],
    ],
    [
      '### wasi-otel\n\n**Ada**: Are there any objections to moving this to phase 1?\n\n**Ada**: I am not seeing any. Congratulations Eve!',
      ['5 otel 1 - no-objection passed'],
    ],
    [
      '### wasi-otel\n\n**Ada**: Going to call for unanimous consent to advance otel to Phase 1. Any objections? ... Hearing none, we have consensus.',
      ['3 otel 1 - unanimous passed'],
    ],
    [
      '### wasi-otel\n\nAda: Is anyone against moving to phase 1?\nnobody\nAda: Welcome to phase 1!',
      ['4 otel 1 - no-objection passed'],
    ],
    [
      '### wasi-otel\n\n- Ada\n  - Any objections to phase 1?\n  - None heard. Advanced to phase 1.\n- Eve\n  - Thanks!',
      ['5 otel 1 - no-objection passed'],
    ],
    [
      '### Meeting time\n\nConsensus reached: keep the meeting at 16:00 UTC.',
      ['3 - - - chair-declared passed'],
    ],
    ['### Meeting time\n\nResolution: keep the meeting at 16:00 UTC', ['3 - - - chair-declared passed']],
    ['### Meeting time\n\nDecision: move to 17:00 UTC.', ['3 - - - chair-declared passed']],
    [
      "### Meeting time\n\n**Ada**: Any objections to moving by an hour?\n**Cy**: No objections from me.\n**Ben**: Fine with me.\n**Ada**: Ok, so it's decided.",
      ['6 - - - no-objection passed'],
    ],
    [
      "### Release cadence\n\n**Cy**: I'd like for us to agree on a two month cadence. Does anyone object?\n\n**Cy**: Ok no objections, let's go with that.",
      ['5 - - - no-objection passed'],
    ],
    [
      "### Release cadence\n\n**Cy**: Thumbs up if you are okay with the two month cadence.\n\n*thumbs up*\n\n**Cy**: Cool, we'll do that.",
      ['5 - - - no-objection passed'],
    ],
    [
      '### Release cadence\n\n**Cy**: Proposal is to release every two months.\n\n*General consensus to release every two months.*',
      ['5 - - - chair-declared passed'],
    ],
    [
      '### Release cadence\n\n**Cy**: So the decision is that we release every two months. Everyone happy?\n\n**Ada**: Yes.\n**Ben**: yep',
      ['3 - - - chair-declared passed'],
    ],
    [
      '### Release cadence\n\n**Ada**: It seems we all agree that we release every two months.',
      ['3 - - - chair-declared passed'],
    ],
    ['### Naming\n\n**Ada**: So we are agreed: we will go with `get-`.', ['3 - - - chair-declared passed']],
    [
      "### Naming\n\n**Ada**: Unless anyone objects we'll go with `get-`. [pause] Great.",
      ['3 - - - no-objection passed'],
    ],
    ['### Naming\n\nNo one objected to `get-`.', ['3 - - - no-objection passed']],
    ['### Naming\n\nAgreed: use `get-` everywhere.', ['3 - - - chair-declared passed']],
    ['### Naming\n\nRESOLVED: use `get-` everywhere.', ['3 - - - chair-declared passed']],
    [
      '### Naming\n\n**Ada**: Do we have consensus on `get-`? [nods] Ok, we have consensus.',
      ['3 - - - no-objection passed'],
    ],
    [
      "### Vote: wasi-tls to phase 2\n\n**Ada**: I'll ask for unanimous consent. Is there anyone who does not consent?\n\n**Ada**: Ok, unanimous consent it is. tls is phase 2.",
      ['5 tls 2 - unanimous passed'],
    ],
    ['### Vote: wasi-tls to phase 2\n\nPassed, declared by the chair.', ['3 tls 2 - chair-declared passed']],
    ['### wasi-i2c\n\n**Ada**: I declare the vote passed.', ['3 i2c - - chair-declared passed']],
    [
      "### wasi-i2c\n\n**Finn**: we ask for phase 1\n\n**Ada**: I'm seeing a lot of thumbs up and no objections. i2c is in phase 1!",
      ['5 i2c 1 - no-objection passed'],
    ],
    [
      '### wasi-i2c phase advancement\n\n**Ada**: The motion carries and the proposal is accepted into Phase One.',
      ['3 i2c 1 - chair-declared passed'],
    ],
    ['### Vote: wasi-tls to phase 2\n\nVote failed.', ['3 tls 2 - chair-declared failed']],
    [
      '### Vote: wasi-tls to phase 2\n\n**Ada**: Any objections?\n\n**Ben**: I object, the tests are missing.\n\n**Ada**: Ok, then there is no consensus.',
      ['7 tls 2 - chair-declared failed'],
    ],
    [
      '### wasi-webgpu\n\n**Ivo**: demo\n\n**Ada Lark**: Does anyone have objections to making this a Phase 1 proposal? [No objections]. Great, this is now phase 1!',
      ['5 webgpu 1 - no-objection passed'],
    ],
    [
      '### wasi-tls\n\n**Ada**: Can I get a thumbs up from folks to move this to phase 1?\n\n*many thumbs up*\n\n**Ada**: Alright, looks unanimous.',
      ['5 tls 1 - no-objection passed'],
    ],
    [
      '### wasi-tls\n\n**Ada**: It sounds like we have broad support for moving this to phase 1. Any objections? \n\n**Ada**: Awesome, this is now an official WASI proposal.',
      ['5 tls 1 - no-objection passed'],
    ],
    [
      "### wasi-tls\n\n**Ada**: I think we are all in agreement here. Let's merge it.",
      ['3 - - - chair-declared passed'],
    ],
    [
      "### wasi-tls\n\n**Ben**: I have a PR to rename it. Can we land it?\n\n**Cy**: LGTM\n\n**Ada**: ok, let's land it",
      ['7 - - - no-objection passed'],
    ],
    [
      "### wasi-tls\n\n**Ben**: I would vote for option 2.\n\n**Cy**: +1\n\n**Dee**: also option 2\n\n**Ada**: Ok sounds like we're going with option 2.",
      ['9 - - - chair-declared passed'],
    ],
    [
      '### Approval of minutes\n\n**Ada**: Any objections to approving the minutes from last time? Hearing none, the minutes are approved.',
      ['3 - - - no-objection passed'],
    ],
    [
      '### Phase 1 vote: wasi-zip\n\n**Ada**: This is for phase 1, so it is a lightweight vote. If you have any objections, please raise them now.\n\n**Ada**: Ok, hearing no objections, we have a new phase 1 proposal.',
      ['5 zip 1 - no-objection passed'],
    ],
    ['### wasi-zip Phase 1\n\nApproved with no objections.', ['3 zip 1 - no-objection passed']],
    ['### wasi-zip Phase 1\n\nPhase 1 approved.', ['3 zip 1 - chair-declared passed']],
    [
      "### wasi-zip Phase 1\n\n**Ada**: Anyone have concerns with adding this as a phase 1 proposal?\n\n**Ben**: No concerns. Looks great.\n\n**Ada**: Ok you're good to go, I'll create the repo.",
      ['7 zip 1 - no-objection passed'],
    ],
    [
      '### wasi-zip\n\n**Eve**: presentation\n\nConsensus to move to Phase 1',
      ['5 zip 1 - chair-declared passed'],
    ],
    [
      '### wasi-zip\n\n**Eve**: presentation\n\n**Result**: wasi-zip advanced to Phase 1 by unanimous consent',
      ['5 zip 1 - unanimous passed'],
    ],
    ['### wasi-zip\n\n_Vote: unanimous consent to advance to Phase 1_', ['3 zip 1 - unanimous passed']],
    ['### wasi-zip\n\n**Vote**: Advance to phase 1: no objections', ['3 zip 1 - no-objection passed']],
    ['### wasi-zip\n\n**Poll for phase 1**: passes by unanimous consent', ['3 zip 1 - unanimous passed']],
    [
      '### wasi-zip\n\n- **Vote to advance to Phase 1**\n  - No objections\n  - Passed',
      ['4 zip 1 - no-objection passed'],
    ],
    [
      '### wasi-zip (phase 1 vote)\n\nAL: Objections?\n\nAL: None. Congrats Eve!',
      ['5 zip 1 - no-objection passed'],
    ],
    [
      '### wasi-zip (phase 1 vote)\n\n**Ada**: hearing no objections I am calling it. zip moves to phase 1',
      ['3 zip 1 - no-objection passed'],
    ],
    [
      "### WASI 0.3\n\n**Ada**: Any objections to releasing 0.3.0-rc on the 15th?\n\n**Gus**: nope\n\n**Hal**: sgtm\n\n**Ada**: Ok, we'll cut it on the 15th.",
      ['5 - - - no-objection passed'],
    ],
    [
      "### WASI 0.3\n\n**Ada**: So what do people think? Should we ship it?\n\n**Gus**: yes\n\n**Hal**: ship it\n\n**Ada**: Okay then let's ship it!",
      ['9 - - - chair-declared passed'],
    ],
    [
      "### WASI 0.3\n\n**Ada**: Let's make it official, we are going to lock the WITs on Friday. Speak now or hold your peace.\n\n[silence]",
      ['5 - - - no-objection passed'],
    ],
    [
      '### wasi-gfx\n\n**Ada**: Lets do a unanimous consent for phase 1 since it is only phase 1\n\n**Ada**: No one against. Unanimous consent, wasi-gfx is phase 1',
      ['5 webgpu 1 - unanimous passed'],
    ],
    [
      '### Vote: wasi-gfx to phase 2\n\nResults in chat:\n\n- Ada: SF\n- Ben: F\n- Cy: SF\n\n**Ada**: All in favor, congrats!',
      ['9 webgpu 2 - unanimous passed'],
    ],
    [
      "### WASI P3 release\n\n**Ada**: To recap: we will release on the 15th and we will tag rc.1 today. Sound good?\n\n**Cy**: Sounds good!\n\n**Ada**: Great. We're aligned.",
      ['7 - - - chair-declared passed'],
    ],
    [
      "### Feature gates\n\n**Cy**: I propose we gate these with @unstable.\n\n**Gus**: +1\n\n**Hal**: +1\n\n**Ada**: Sounds like there's consensus to gate them.",
      ['9 - - - chair-declared passed'],
    ],
    [
      "### Feature gates\n\n**Cy**: Are folks ok with gating these?\n\n[nodding]\n\n**Cy**: Thanks, I'll file the PR.",
      ['5 - - - no-objection passed'],
    ],
    [
      '### Feature gates\n\n**Cy**: Any opposition to gating these?\n\n[no opposition]',
      ['5 - - - no-objection passed'],
    ],
    ['### Feature gates\n\n[No objections raised]', ['3 - - - no-objection passed']],
    [
      '### Feature gates\n\n**Ada**: any objections to merging?\n\n**Ada**: *hears none*',
      ['5 - - - no-objection passed'],
    ],
    [
      "### Feature gates\n\n**Ada**: Any strong feelings against this?\n\n**Ada**: Hearing nothing, let's proceed",
      ['5 - - - no-objection passed'],
    ],
    [
      "### Feature gates\n\n**Ada**: Does anyone have a problem with this?\n\n**Gus**: Nope.\n\n**Ada**: Okay, then we'll go forward with that.",
      ['7 - - - no-objection passed'],
    ],
    ['### Feature gates\n\nThere was general agreement to gate them.', ['3 - - - chair-declared passed']],
    ['### Feature gates\n\nGroup consensus: gate them.', ['3 - - - no-objection passed']],
    ['### Feature gates\n\n- Decision: gate them', ['3 - - - chair-declared passed']],
    ['### Feature gates\n\n**Decision**: gate them', ['3 - - - chair-declared passed']],
    ['### Feature gates\n\n**Consensus:** we gate them', ['3 - - - no-objection passed']],
    ['### Feature gates\n\nThe subgroup agreed to gate them.', ['3 - - - chair-declared passed']],
    ['### Feature gates\n\n**Ada**: With no objections, we will gate them.', ['3 - - - no-objection passed']],
    [
      "### Feature gates\n\n**Ada**: I'm not hearing any objections so let's consider this approved.",
      ['3 - - - no-objection passed'],
    ],
    [
      '### Feature gates\n\n**Ada**: Since there are no objections, we will move forward.',
      ['3 - - - no-objection passed'],
    ],
    [
      '### Feature gates\n\n**Ada**: Given that nobody has objected, I will merge it.',
      ['3 - - - no-objection passed'],
    ],
    [
      "### Feature gates\n\n**Ada**: I think we have rough consensus. Let's do it.",
      ['3 - - - chair-declared passed'],
    ],
  ])('by consent or declaration: %j', (body, expected) => {
    expect(decided(body)).toEqual(expected);
  });

  it.each([
    ['### Vote: wasi-tls to phase 2\n\nPostponed to next meeting.', ['3 tls 2 - none postponed']],
    ['### Vote: wasi-tls to phase 2\n\n(moved to next meeting)', ['3 tls 2 - none postponed']],
    [
      "### Vote: wasi-tls to phase 2\n\n**Ada**: We're out of time, so we will do this vote at the next meeting.",
      ['3 tls 2 - none postponed'],
    ],
    [
      "### Vote: wasi-tls to phase 2\n\n**Ada**: Ben isn't here today so let's move this to the next meeting.",
      ['3 tls 2 - none postponed'],
    ],
    [
      "### Vote: wasi-tls to phase 2\n\n**Ben**: I'd like to withdraw the vote for now.",
      ['3 tls 2 - none postponed'],
    ],
    ['### Vote: wasi-tls to phase 2\n\nVote withdrawn by the champion.', ['3 tls 2 - none postponed']],
    [
      "### Vote: wasi-tls to phase 2\n\n**Ada**: Let's defer until the tests have landed.",
      ['3 tls 2 - none postponed'],
    ],
    ['### Vote: wasi-tls to phase 2\n\nDeferred', ['3 tls 2 - none postponed']],
    ['### Vote: wasi-tls to phase 2\n\nNo quorum. Will be rescheduled.', ['3 tls 2 - none postponed']],
    [
      "### Vote: wasi-tls to phase 2\n\n**Ada**: We don't have quorum, we can't vote today.",
      ['3 tls 2 - none postponed'],
    ],
    [
      "### wasi-zip (phase 1 vote)\n\n**Ada**: Unfortunately the champion could not make it today, so we'll push this to next time",
      ['3 zip 1 - none postponed'],
    ],
    [
      '### wasi-zip (phase 1 vote)\n\nNot enough time, moved to the next agenda',
      ['3 zip 1 - none postponed'],
    ],
    ['### wasi-zip (phase 1 vote)\n\n*Did not get to this.*', ['3 zip 1 - none postponed']],
    [
      "### wasi-zip (phase 1 vote)\n\n**Ada**: We'll hold the vote next week instead.",
      ['3 zip 1 - none postponed'],
    ],
    [
      '### wasi-zip (phase 1 vote)\n\n**Ada**: Vote is cancelled, the champion has withdrawn it.',
      ['3 zip 1 - none postponed'],
    ],
    [
      "### Phase 2 vote for wasi-i2c\n\n**Ada**: The vote is postponed as we're missing the portability criteria.",
      ['3 i2c 2 - none postponed'],
    ],
    [
      '### Phase 2 vote for wasi-i2c\n\n**Finn**: I would rather wait with the vote until the next meeting.\n\n**Ada**: Sure.',
      ['3 i2c 2 - none postponed'],
    ],
    ["### Phase 2 vote for wasi-i2c\n\n**Ada**: Let's table it.", ['3 i2c 2 - none postponed']],
    [
      "### Phase 2 vote for wasi-i2c\n\n**Ada**: We'll come back to this in two weeks.",
      ['3 i2c 2 - none postponed'],
    ],
    [
      "### Phase 2 vote for wasi-i2c\n\n**Ada**: I don't think we are ready to vote today.",
      ['3 i2c 2 - none postponed'],
    ],
    [
      '### Phase 2 vote for wasi-i2c\n\n**Ada**: Two open issues block the vote, so no vote today.',
      ['3 i2c 2 - none postponed'],
    ],
  ])('put off: %j', (body, expected) => {
    expect(decided(body)).toEqual(expected);
  });

  it.each([
    '### wasi-tls\n\n**Ben**: We plan to hold a vote on phase 2 on June 12.',
    '### wasi-tls\n\n**Ben**: If we voted today I think it would pass.',
    '### wasi-tls\n\n**Ben**: We would need a vote to go to phase 2.',
    "### wasi-tls\n\n**Ben**: We'll vote next time.",
    '### wasi-tls\n\n**Ben**: We voted on this in June and it passed unanimously.',
    '### wasi-tls\n\n**Ben**: As a reminder, wasi-tls advanced to phase 1 in June.',
    '### wasi-tls\n\n**Ben**: Any objections?\n\n**Cy**: Yes, I think the names are bad.\n\n**Ben**: Ok, I will rework them.',
    "### wasi-tls\n\n**Ben**: I'd be in favor of phase 2 personally.\n\n**Cy**: I agree.",
    '### wasi-tls\n\n**Ben**: wasi-tls is in phase 2, so it needs two implementations.',
    '### wasi-tls\n\n**Ben**: We need consensus before we can merge this.',
    "### wasi-tls\n\n**Ben**: I don't think anyone will object to that.",
    '### wasi-tls\n\n**Ben**: The tests pass and the PR was approved, so it landed last week.',
    '### wasi-tls\n\n**Ben**: For phase 3 the vote is by consensus: a supermajority in favor, no strong objections.',
    '### wasi-tls\n\n**Ben**: Any questions?\n\n**Ada**: No.\n\n**Ben**: Thanks!',
    '### wasi-tls\n\n**Ben**: There was consensus in the issue that we want this.',
    '### wasi-tls\n\n**Ben**: The component model group agreed to this already.',
    '### wasi-tls\n\n**Ben**: The champions agreed on a new design offline.',
    '### wasi-tls\n\n**Ben**: The read call fails if the socket is closed. It passes the buffer to the host.',
    '### wasi-tls\n\n**Ben**: We postponed the release because of the bug.',
    '### wasi-tls\n\n**Ben**: I move that we stop here. Any other business?\n\n**Cy**: No.',
    '### wasi-tls\n\n**Ben**: The vote for wasi-http to phase 3 is on the agenda of the next meeting.',
    '### Announcements\n\n**Ada**: Reminder that the vote on wasi-tls to phase 2 will be in two weeks.\n\n**Ben**: Thanks, no concerns from me.',
    '### wasi-tls\n\n**Ben**: 12 people were for the change and 3 against in the survey of last year, whatever.',
    '### wasi-tls\n\n**Ben**: There are 5 for loops and 3 yes branches.',
    "### wasi-tls\n\n**Ben**: Do we have consensus?\n\n**Cy**: I am not sure. I have concerns.\n\n**Ben**: Let's take it to the issue.",
    '### wasi-tls\n\n**Ben**: Congrats on the release!',
    '### wasi-tls\n\n**Ben**: I see no problem with that.\n\n**Cy**: Agreed.',
    '### wasi-tls\n\n**Ben**: I assume it is accepted by the parser.',
    '### wasi-tls\n\n**Ben**: How do we move to phase 3?\n\n**Ada**: It goes to phase 3 when the criteria are met.',
    '### wasi-tls\n\n**Ben**: Is everyone okay with starting?\n\n**Ada**: Wait for Cy.',
    '### wasi-tls\n\n**Ben**: Once accepted as a phase 1 proposal it moves to the WebAssembly organisation.',
    "### wasi-tls\n\n**Ben**: They're now at phase 2 in the CG.",
    '### wasi-tls\n\n**Ben**: The new proposal has two worlds. Agreement on names comes later.',
    "### wasi-tls\n\n**Ben**: I agree that we should merge this. We'll see what happens.",
    '### wasi-tls\n\n**Ben**: Result: an error code.',
    "### wasi-tls\n\n**Cy**: Let's go ahead and merge that PR.\n\n**Ben**: Thanks!",
    "### wasi-tls\n\n**Ben**: I'd like to request a vote for phase 2 at the next meeting.\n\n**Ada**: Ok, I will put it on the agenda. Any objections to that?\n\n**Ben**: Thanks",
    '### wasi-tls\n\n**Ada**: What would it take to get to phase 3?\n\n**Ben**: Two implementations. We have consensus on the criteria in the issue.',
    '### wasi-tls\n\n**Ada**: Do we want to vote on this? \n\n**Ben**: Not yet.',
    '### wasi-tls\n\n**Ada**: Poll: who is in favor of option 2? \n\nOption 1: 3\nOption 2: 8',
    '### wasi-tls\n\n**Ben**: It passes for phase 2 if two runtimes implement it',
    '### wasi-tls\n\n**Ben**: In wasmtime, no one has objected so far, but it is early.',
    '### wasi-tls\n\n**Ben**: Reviewers approved it; no objections on the PR so it has been merged.',
    '### wasi-tls\n\n**Ben**: Without objections from Bytecode Alliance members it could be in the next release.',
    '### wasi-tls\n\n**Ben**: I heard no objections when I presented this at the CG.',
    '### wasi-tls\n\n**Ben**: I have no objection to that design, but I prefer streams.',
    "### wasi-tls\n\n**Ben**: Let's see if there are any objections in the issue first.",
    '### wasi-tls\n\n**Cy**: no strong objections, but I would prefer another name',
    '### wasi-tls\n\n**Cy**: No objections on the name from our side.',
    "### Agenda review\n\n**Ada**: Anything to add? No? Let's start.",
    '### wasi-zip (phase 1 vote)\n\n**Eve**: slides\n\n**Dee**: I have some questions about the design.',
    '### WASI 0.3\n\n**Gus**: the p3 tests pass now. All of them passed on Friday.',
    '### WASI 0.3\n\n**Gus**: We decided last week to postpone 0.3.',
    '### WASI 0.3\n\n**Gus**: Now is the time to vote. Who votes?\n\n**Ada**: Everyone who is in the group.',
    '### WASI 0.3\n\n**Ada**: The vote to ratify 0.3.0 will be held on the 11th. Please attend.',
    '### WASI 0.3 vote schedule\n\n**Ada**: The vote to ratify 0.3.0 will be held on the 11th. Please attend.',
    '### WASI 0.3\n\n**Ada**: A vote is only needed at phase 2 and 3. A phase 1 needs no vote.',
    '### Feature gates\n\n**Ada**: Please go ahead and merge it once CI is green.',
    '### Feature gates\n\n**Ada**: We should have consensus before merging.',
    "### Feature gates\n\n**Ada**: We haven't reached consensus on this, let's continue in the issue.",
    '### Feature gates\n\n**Ada**: There is no consensus on names, so discuss it on Zulip.',
    '### Feature gates\n\n**Ada**: Do you have consensus among the champions?\n\n**Ben**: yes we have agreement',
    '### Feature gates\n\n**Ada**: The consensus seems to be that option 2 is better.',
    '### Feature gates\n\n**Ben**: Everyone I talked to is in favor of it.',
    "### Feature gates\n\n**Ben**: I'm strongly in favor.\n\n**Gus**: I am neutral.",
    '### Feature gates\n\n**Ben**: Votes are: strongly for, for, neutral, against, strongly against.',
    '### Feature gates\n\n**Ben**: We resolved the conflict. Resolved issues: 3.',
    '### Feature gates\n\n**Ben**: the CM subgroup accepted the change to async.',
    '### Feature gates\n\n**Ben**: When the group agrees on a design I will implement it.',
    '### Feature gates\n\n**Ben**: So the host passes a handle and the guest accepts it.',
    '### Feature gates\n\n**Ben**: The call succeeds or fails. On failure it moves to stage 2 of the handshake.',
    '### Feature gates\n\n**Ben**: Phase 1: prototype. Phase 2: tests.',
    '### Feature gates\n\n**Ben**: Conclusion: it is fast.',
    '### Feature gates\n\nOutcome: more discussion needed.',
    '### Feature gates\n\nConclusion: to be discussed in the next meeting.',
    '### Phase 2 vote for wasi-i2c\n\n**Ada**: Before the vote, are there any questions?\n\n**Gus**: What about interrupts?\n\n**Finn**: Those are for later.',
    '### wasi-tls\n\n**Ben**: Thumbs up if you have used it.\n\n*many thumbs up*\n\n**Ben**: nice',
    '### wasi-tls\n\n**Ben**: Is everyone ok with the volume?\n\n**Cy**: yes',
    "### wasi-tls\n\n**Ben**: Can we agree on a time to discuss?\n\n**Cy**: Ok, let's do that offline.",
    '### wasi-tls\n\n**Ben**: Does anyone have any concerns with the naming?\n\n**Cy**: I have a concern with `get`.\n\n**Ben**: Ok, so I will go with something else.',
    "### wasi-tls\n\n**Ben**: any concerns?\n\n**Cy**: None.\n\n**Ben**: then we'll continue with the next slide",
    "### wasi-tls\n\n**Ben**: If there is disagreement, we'll take it to an issue.\n\n**Cy**: No.",
    '### wasi-tls\n\n**Ben**: The proposal was rejected.\n\n**Cy**: why?',
    '### wasi-tls\n\nAgreed, but the API is not final.',
    '### wasi-tls\n\n**Ben**: Agreed: nobody wants that.',
    '### wasi-tls\n\n**Ben**: We are in phase 2.\n\n**Cy**: great',
    '### wasi-tls\n\n**Ben**: [nods]\n\n**Cy**: [thumbs up]',
    '### Vote: wasi-tls to phase 2\n\n**Ben**: [nods]\n\n**Cy**: What about the tests? They passed.\n\n**Ben**: The tests pass.',
    '### Vote: wasi-tls to phase 2\n\n**Ben**: The handshake is accepted.\n\n**Cy**: The request is accepted.',
    "### wasi-tls\n\n**Ben**: Does anyone disagree?\n\n**Cy**: I disagree.\n\n**Ada**: Ok let's move on, congratulations on the demo.",
    "### Vote: wasi-tls to phase 2\n\n**Ben**: The demo was cancelled. We didn't get to it.",
  ])('none in %j', (body) => {
    expect(decided(body)).toEqual([]);
  });
});
