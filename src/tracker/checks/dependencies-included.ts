import { dependenciesOf } from '../dependencies.ts';
import { inclusionKey } from '../fold.ts';
import { type Check, met, rule, unknown, unmet } from './check.ts';

/** Everything that the proposals with included worlds depend on is included too. */
export const dependenciesIncluded: Check = {
  summary: 'Follows the dependencies of the included worlds and asks whether each is included.',
  needs: {},
  judge({ facts, input, set }) {
    const release = set.release ?? '';
    const included = (id: string) => facts.inclusions.get(inclusionKey(release, id));
    const voted = input.proposals.filter(({ id }) => included(id)?.carried === false);
    const wouldMeet = 'Votes to include the worlds, which carry what they depend on.';
    if (voted.length === 0)
      return unknown('No world has been voted in, so there is nothing to follow.', wouldMeet);
    const needed = new Set(
      voted.flatMap(({ id }) => dependenciesOf(input.proposals, id, facts.asOf, release)),
    );
    const missing = [...needed].filter((id) => !included(id)).sort();
    const names = [...needed].sort().join(', ');
    const follows = rule(`Dependencies of ${voted.map(({ id }) => id).join(' and ')}: ${names}`);
    if (missing.length > 0) return unmet(`Not included: ${missing.join(', ')}.`, wouldMeet, [follows]);
    const votes = [...new Map(voted.map(({ id }) => [id, included(id)?.evidence ?? []])).values()].flat();
    return met(`Included: ${names}.`, [follows, ...votes]);
  },
};
