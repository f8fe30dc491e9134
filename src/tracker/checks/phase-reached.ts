import { type Check, met, numberIn, pieces, unknown, unmet } from './check.ts';

/** The proposal stands at the wanted phase or beyond. */
export const phaseReached: Check = {
  summary: 'Compares the phase that the events show with `phase`.',
  needs: { phase: 'number' },
  judge({ facts, criterion, proposal }) {
    const wanted = numberIn(criterion, 'phase');
    const fact = facts.phases.get(proposal?.id ?? '');
    const wouldMeet = `A vote of the subgroup that advances it to phase ${wanted}.`;
    if (!fact) return unknown('No minutes up to this day tell its phase.', wouldMeet);
    const known = fact.basis === 'spoken-of' ? 'is spoken of as at' : 'has been at';
    const why = `It ${known} phase ${fact.phase} since ${fact.date}.`;
    const evidence = pieces(fact.evidence, why);
    return fact.phase >= wanted ? met(why, evidence) : unmet(why, wouldMeet, evidence);
  },
};
