import { bothMembers } from './members.ts';
import { memberFinding, quoted, rule } from './rule.ts';

export const fieldAdded = rule({
  id: 'field-added',
  summary: 'A field is new. Even an optional one changes the type.',
  about: 'type',
  check(pair, versions) {
    const both = bothMembers(pair);
    if (both?.noun !== 'field') return undefined;
    const known = new Set(both.old.map((member) => member.name));
    return both.new
      .filter((member) => !known.has(member.name))
      .map((member) =>
        memberFinding(
          versions,
          pair,
          { name: member.name, new: member },
          `field ${quoted(member.name)} is new`,
        ),
      );
  },
});
