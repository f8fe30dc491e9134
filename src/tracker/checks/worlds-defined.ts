import { type Check, met, unknown, unmet } from './check.ts';
import { latestWit, witEvidence } from './wit-exists.ts';

/** The WIT package defines at least one world. */
export const worldsDefined: Check = {
  summary: 'Looks for worlds in the newest package.',
  needs: {},
  judge(question) {
    const facts = latestWit(question);
    const wouldMeet = 'A world in its WIT package.';
    if (!facts || facts.errors > 0) return unknown('No WIT package of this day is at hand here.', wouldMeet);
    const names = facts.worlds.join(', ');
    return facts.worlds.length > 0
      ? met(`It defines ${names}.`, [witEvidence(facts, `worlds ${names}`)])
      : unmet('It defines no world.', wouldMeet, [witEvidence(facts, 'no world')]);
  },
};
