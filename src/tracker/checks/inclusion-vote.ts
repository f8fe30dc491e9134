import { inclusionKey } from '../fold.ts';
import { absence } from './absence.ts';
import { type Check, met, pieces, unknown, unmet } from './check.ts';

/** The subgroup has voted to include it, or a world that depends on it, in the set's release. */
export const inclusionVote: Check = {
  summary: 'Looks for the vote that includes the proposal in the release of its set.',
  needs: {},
  judge(question) {
    const { facts, set, proposal } = question;
    const id = proposal?.id ?? '';
    const release = set.release ?? '';
    const fact = facts.inclusions.get(inclusionKey(release, id));
    if (fact) {
      const how = fact.carried
        ? `carried by ${fact.world}, which depends on it`
        : `by the vote on ${fact.world}`;
      return met(`Included on ${fact.date}, ${how}.`, pieces(fact.evidence, how));
    }
    const closed = set.closedBy ? facts.launches.get(set.closedBy) : undefined;
    const wouldMeet = closed
      ? `Nothing any more: the window closed on ${closed.date}, when ${set.closedBy} was launched.`
      : `A vote of the subgroup to include it, or a world that depends on it, in ${release}.`;
    const missing = absence(question, `vote to include ${id} in ${release}`);
    if (!missing)
      return unknown('Not all notes up to this day were read, and no vote is recorded.', wouldMeet);
    return unmet('No vote to include it has been held.', wouldMeet, [missing, ...(closed?.evidence ?? [])]);
  },
};
