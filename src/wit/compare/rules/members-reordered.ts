import { bothMembers } from '../members.ts';
import { finding, quoted, rule } from '../rule.ts';

export const membersReordered = rule({
  id: 'members-reordered',
  summary: 'Fields, cases or flags stand in another order, which the binary form depends on.',
  about: 'type',
  check(pair, versions) {
    const both = bothMembers(pair);
    if (!both) return undefined;
    const [before, after] = [both.old.map((member) => member.name), both.new.map((member) => member.name)];
    const kept = before.filter((name) => after.includes(name));
    const now = after.filter((name) => before.includes(name));
    if (kept.every((name, index) => name === now[index])) return undefined;
    const fact = `the ${both.noun}s were in the order ${kept.map(quoted).join(', ')} and are ${now.map(quoted).join(', ')}`;
    return finding(versions, pair, 'changed', fact);
  },
});
