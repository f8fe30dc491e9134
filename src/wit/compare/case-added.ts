import { bothMembers } from './members.ts';
import { memberFinding, quoted, rule } from './rule.ts';

export const caseAdded = rule({
  id: 'case-added',
  summary: 'A case is new. The other side may not know it.',
  about: 'type',
  check(pair, versions) {
    const both = bothMembers(pair);
    if (both?.noun !== 'case') return undefined;
    const known = new Set(both.old.map((member) => member.name));
    return both.new
      .filter((member) => !known.has(member.name))
      .map((member) =>
        memberFinding(
          versions,
          pair,
          { name: member.name, new: member },
          `case ${quoted(member.name)} is new`,
        ),
      );
  },
});
