import { evidenceOf } from '../fold.ts';
import { type Check, met, pieces, unknown, unmet } from './check.ts';

/** What only people can judge: it holds as somebody last stated in a meeting. */
export const stated: Check = {
  summary: 'Looks for what was last stated in a meeting about this criterion and proposal.',
  needs: {},
  judge({ facts, set, criterion, proposal }) {
    const address = `${set.id}/${criterion.id}`;
    const last = facts.statements.findLast(
      (statement) => statement.criterion === address && statement.proposal === proposal?.id,
    );
    const wouldMeet = 'A statement in a meeting that it holds.';
    if (!last) return unknown('Nothing about it is recorded.', wouldMeet);
    const evidence = pieces(evidenceOf(last), last.title);
    return last.holds ? met(last.title, evidence) : unmet(last.title, wouldMeet, evidence);
  },
};
