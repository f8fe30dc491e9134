import { absence } from './absence.ts';
import { type Check, met, pieces, unknown, unmet } from './check.ts';

/** The subgroup has voted to launch the set's release. */
export const launchVote: Check = {
  summary: 'Looks for the vote that launches the release of its set.',
  needs: {},
  judge(question) {
    const { facts, set } = question;
    const release = set.release ?? '';
    const fact = facts.launches.get(release);
    if (fact) return met(`Launched by the vote of ${fact.date}.`, pieces(fact.evidence, 'launched'));
    const wouldMeet = `A vote of the subgroup to launch ${release}.`;
    const missing = absence(question, `vote to launch ${release}`);
    return missing
      ? unmet('No vote to launch it has been held.', wouldMeet, [missing])
      : unknown('Not all notes up to this day were read, and no vote is recorded.', wouldMeet);
  },
};
