import type { PortabilityCriteria, Proposal } from '../model.ts';
import { type Check, met, rule, unknown } from './check.ts';

/** The proposal has written down its portability criteria. */
export const portabilityWritten: Check = {
  summary: "Asks whether the proposal's file holds portability criteria that apply on the day.",
  needs: {},
  judge({ facts, proposal }) {
    const written = portabilityOn(proposal, facts.asOf);
    return written
      ? met('They are written down.', [rule(written.text)])
      : unknown('No portability criteria are recorded here.', 'Portability criteria in the proposal.');
  },
};

/** The wording of a proposal's portability criteria that applies on a day. */
export function portabilityOn(proposal: Proposal | null, day: string): PortabilityCriteria | undefined {
  return proposal?.portability.findLast(
    ({ from, until }) => (!from || from <= day) && (!until || day < until),
  );
}
