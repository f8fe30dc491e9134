import { sameType, typeText } from '../pairing/index.ts';
import { bothMembers } from './members.ts';
import { memberFinding, quoted, rule } from './rule.ts';

export const caseTypeChanged = rule({
  id: 'case-type-changed',
  summary: 'A case has another payload.',
  about: 'type',
  check(pair, versions) {
    const both = bothMembers(pair);
    if (both?.noun !== 'case') return undefined;
    const after = new Map(both.new.map((member) => [member.name, member]));
    return both.old.flatMap((old) => {
      const now = after.get(old.name);
      if (!now || sameType(versions, old.type ?? null, now.type ?? null)) return [];
      const [was, is] = [typeText(versions.old, old.type ?? null), typeText(versions.new, now.type ?? null)];
      const change =
        was === is
          ? `is another ${quoted(is)}, through what it is made of`
          : `was ${quoted(was)} and is ${quoted(is)}`;
      return [
        memberFinding(
          versions,
          pair,
          { name: old.name, old, new: now },
          `case ${quoted(old.name)} ${change}`,
        ),
      ];
    });
  },
});
