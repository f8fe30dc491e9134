import { evidenceOf } from '../fold.ts';
import { absence } from './absence.ts';
import { type Check, met, numberIn, pieces, type Question, unknown, unmet } from './check.ts';

/** The subgroup has voted to let the proposal enter the phase. */
export const phaseVote: Check = {
  summary: 'Looks for the decision by which the proposal enters `phase`.',
  needs: { phase: 'number' },
  judge(question) {
    const phase = numberIn(question.criterion, 'phase');
    const votes = votesOn(question, phase);
    const passed = votes.filter(({ outcome }) => outcome === 'passed');
    const wouldMeet = `An agenda item and a vote of the subgroup to advance it to phase ${phase}.`;
    if (passed.length > 0)
      return met(`Decided on ${passed[0]?.date}.`, pieces(passed.flatMap(evidenceOf), 'decided'));
    const last = votes.at(-1);
    if (last?.outcome === 'unstated') {
      const why = `Voted on ${last.date}, and the minutes state no outcome.`;
      return unknown(why, 'Minutes that state the outcome of the vote, or another vote.', evidenceOf(last));
    }
    const missing = absence(question, `vote to advance ${question.proposal?.id} to phase ${phase}`);
    const why = last ? `The vote of ${last.date} was ${last.outcome}.` : 'No vote has been held.';
    return missing
      ? unmet(why, wouldMeet, [missing, ...(last ? evidenceOf(last) : [])])
      : unknown('Not all notes up to this day were read, and no vote is recorded.', wouldMeet);
  },
};

function votesOn({ facts, proposal }: Question, phase: number) {
  return facts.events
    .filter((event) => event.kind === 'phase')
    .filter(
      (event) => event.proposal === proposal?.id && event.phase === phase && event.basis !== 'spoken-of',
    );
}
