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
    const why =
      fact.basis === 'spoken-of'
        ? `On ${fact.date} it was spoken of as at phase ${fact.phase}; no vote is known.`
        : `It has been at phase ${fact.phase} since ${fact.date}.`;
    const evidence = pieces(fact.evidence, why);
    return fact.phase >= wanted ? met(why, evidence) : unmet(why, wouldMeet, evidence);
  },
};
