import { typeCause } from './cause.ts';
import { bothMembers } from './members.ts';
import { sameType, typeText } from './pairing/index.ts';
import { because, memberFinding, quoted, type Rule, rule, typeChange } from './rule.ts';

/** What a rule about members is about; flags have no types. */
export type MemberNoun = 'field' | 'case' | 'flag';

/** A rule about members that only the new version has. */
export function memberAdded(noun: MemberNoun, summary: string): Rule {
  return rule({
    id: `${noun}-added`,
    summary,
    about: 'type',
    check(pair, versions) {
      const both = bothMembers(pair);
      if (both?.noun !== noun) return undefined;
      const known = new Set(both.old.map((member) => member.name));
      return both.new
        .filter(({ name }) => !known.has(name))
        .map((member) =>
          memberFinding(
            versions,
            pair,
            { name: member.name, new: member },
            `${noun} ${quoted(member.name)} is new`,
          ),
        );
    },
  });
}

/** A rule about members that only the old version has. */
export function memberRemoved(noun: MemberNoun, summary: string): Rule {
  return rule({
    id: `${noun}-removed`,
    summary,
    about: 'type',
    check(pair, versions) {
      const both = bothMembers(pair);
      if (both?.noun !== noun) return undefined;
      const kept = new Set(both.new.map((member) => member.name));
      return both.old
        .filter(({ name }) => !kept.has(name))
        .map((member) =>
          memberFinding(
            versions,
            pair,
            { name: member.name, old: member },
            `${noun} ${quoted(member.name)} is removed`,
          ),
        );
    },
  });
}

/** A rule about members that both versions have, of another type. */
export function memberTypeChanged(noun: 'field' | 'case', summary: string): Rule {
  return rule({
    id: `${noun}-type-changed`,
    summary,
    about: 'type',
    check(pair, versions) {
      const both = bothMembers(pair);
      if (both?.noun !== noun) return undefined;
      const after = new Map(both.new.map((member) => [member.name, member]));
      return both.old.flatMap((old) => {
        const now = after.get(old.name);
        if (!now || sameType(versions, old.type ?? null, now.type ?? null)) return [];
        const cause = typeCause(versions, old.type ?? null, now.type ?? null);
        const [was, is] = [
          typeText(versions.old, old.type ?? null),
          typeText(versions.new, now.type ?? null),
        ];
        const fact = `${noun} ${quoted(old.name)} ${typeChange(was, is, cause)}`;
        return [because(memberFinding(versions, pair, { name: old.name, old, new: now }, fact), cause)];
      });
    },
  });
}
