import type { Rule } from './rule.ts';

const COUNTED = ['phase-advance', 'inclusion', 'launch'];

/** A proposal advances, or a release is decided, and the notes have neither a tally nor how consent was given. */
export const outcomeWithoutTally: Rule = {
  name: 'outcome-without-tally',
  severity: 'warning',
  find({ meeting }) {
    return meeting.decisions
      .filter(
        ({ kind, method, outcome }) =>
          COUNTED.includes(kind) && method === 'chair-declared' && outcome !== 'postponed',
      )
      .map(({ line }) => ({
        line,
        message: 'expected how this was decided, found only its outcome',
        hint: 'Add the tally (SF, F, N, A, SA), or that there were no objections.',
      }));
  },
};
