import { bothMembers } from './members.ts';
import { memberFinding, quoted, rule } from './rule.ts';

export const flagRemoved = rule({
  id: 'flag-removed',
  summary: 'A flag is gone.',
  about: 'type',
  check(pair, versions) {
    const both = bothMembers(pair);
    if (both?.noun !== 'flag') return undefined;
    const kept = new Set(both.new.map((member) => member.name));
    return both.old
      .filter((member) => !kept.has(member.name))
      .map((member) =>
        memberFinding(
          versions,
          pair,
          { name: member.name, old: member },
          `flag ${quoted(member.name)} is removed`,
        ),
      );
  },
});
