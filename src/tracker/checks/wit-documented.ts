import { type Check, met, unknown, unmet } from './check.ts';
import { nameOf, witEvidence, witVersions } from './wit-exists.ts';

const SHOWN = 5;

/** Every item of the WIT package has documentation. */
export const witDocumented: Check = {
  summary: 'Counts the items without documentation in the newest package that is at hand with its comments.',
  needs: {},
  judge(question) {
    const facts = witVersions(question).findLast(({ errors, undocumented }) => errors === 0 && undocumented);
    const wouldMeet = 'A documentation comment on every item.';
    if (!facts?.undocumented)
      return unknown('No WIT package of this day is at hand with its comments.', wouldMeet);
    const bare = facts.undocumented.length;
    if (bare === 0) {
      return met(`All ${facts.items} items of ${nameOf(facts)} are documented.`, [
        witEvidence(facts, `${facts.items} documented items`),
      ]);
    }
    const more = bare > SHOWN ? ` and ${bare - SHOWN} more` : '';
    const some = facts.undocumented.slice(0, SHOWN).join(', ') + more;
    const why = `${bare} of ${facts.items} items of ${nameOf(facts)} are not documented: ${some}.`;
    return unmet(why, wouldMeet, [witEvidence(facts, `${bare} items without documentation`)]);
  },
};
