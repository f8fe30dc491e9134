import { dependenciesOf } from '../dependencies.ts';
import { type Check, met, numberIn, rule, unknown, unmet } from './check.ts';
import { stated } from './stated.ts';

/** Every proposal on which this one depends stands at the wanted phase or beyond. */
export const dependenciesAtPhase: Check = {
  summary: 'Follows the dependencies and compares the phase of each with `phase`.',
  needs: { phase: 'number' },
  judge(question) {
    const { facts, input, criterion, proposal } = question;
    if (!proposal?.dependsOn) return stated.judge(question);
    const wanted = numberIn(criterion, 'phase');
    const needed = dependenciesOf(input.proposals, proposal.id, facts.asOf);
    if (needed.length === 0)
      return met('It depends on no other proposal.', [rule('Its file says that it depends on none')]);
    const short: string[] = [];
    const untold: string[] = [];
    for (const id of needed) {
      const fact = facts.phases.get(id);
      if (!fact) untold.push(id);
      else if (fact.phase < wanted) short.push(`${id} (phase ${fact.phase})`);
    }
    const evidence = needed.flatMap((id) => facts.phases.get(id)?.evidence ?? []);
    const follows = rule(`It depends on ${needed.join(', ')}`);
    const wouldMeet = `Phase ${wanted} for ${[...short, ...untold].join(', ')}.`;
    if (short.length > 0)
      return unmet(`Not at phase ${wanted}: ${short.join(', ')}.`, wouldMeet, [follows, ...evidence]);
    if (untold.length > 0)
      return unknown(`No minutes tell the phase of ${untold.join(', ')}.`, wouldMeet, evidence);
    return met(`All at phase ${wanted}: ${needed.join(', ')}.`, [follows, ...evidence]);
  },
};
