import { inclusionKey } from '../fold.ts';
import { absence } from './absence.ts';
import { type Check, counted, met, numberIn, pieces, rule, unknown, unmet } from './check.ts';

/**
 * At least `count` proposals that define worlds are included. The subgroup's vote counts as its judgement that
 * a proposal qualifies; whether portability was met keeps its own verdict.
 */
export const worldsIncluded: Check = {
  summary: 'Counts the proposals whose worlds were voted into the release.',
  needs: { count: 'number' },
  judge(question) {
    const { facts, input, set, criterion } = question;
    const wanted = numberIn(criterion, 'count');
    const votes = input.proposals.flatMap(({ id, worlds }) => {
      const fact = facts.inclusions.get(inclusionKey(set.release ?? '', id));
      return fact && !fact.carried && worlds.length > 0 ? [{ id, ...fact }] : [];
    });
    const names = votes.map(({ world }) => world).join(' and ');
    const reading = rule(
      'A vote to include a world is taken as the judgement that its proposal qualifies; whether it met its own portability criteria has a verdict of its own',
    );
    const wouldMeet = `Votes to include worlds of ${counted(wanted - votes.length, 'more proposal')}.`;
    const cited = votes.flatMap(({ evidence }) => evidence);
    if (votes.length >= wanted) return met(`Included: ${names}.`, [reading, ...pieces(cited, names)]);
    const why = votes.length === 0 ? 'No world has been voted in.' : `Only ${names} has been voted in.`;
    const missing = absence(
      question,
      `${votes.length === 0 ? '' : 'further '}vote to include a world in ${set.release}`,
    );
    return missing ? unmet(why, wouldMeet, [reading, ...cited, missing]) : unknown(why, wouldMeet, cited);
  },
};
