import { type Check, met, unknown, unmet } from './check.ts';
import { latestWit, nameOf, witEvidence } from './wit-exists.ts';

const SHOWN = 5;

/** Every item of the WIT package has documentation. */
export const witDocumented: Check = {
  summary: 'Counts the items of the newest package that have no documentation.',
  needs: {},
  judge(question) {
    const facts = latestWit(question);
    const wouldMeet = 'A documentation comment on every item.';
    if (!facts || facts.errors > 0) return unknown('No WIT package of this day is at hand here.', wouldMeet);
    const bare = facts.undocumented.length;
    if (bare === 0) {
      return met(`All ${facts.items} items are documented.`, [
        witEvidence(facts, `${facts.items} documented items`),
      ]);
    }
    const some = facts.undocumented.slice(0, SHOWN).join(', ') + (bare > SHOWN ? ', ...' : '');
    const why = `${bare} of ${facts.items} items of ${nameOf(facts)} are not documented: ${some}.`;
    return unmet(why, wouldMeet, [witEvidence(facts, `${bare} items without documentation`)]);
  },
};
