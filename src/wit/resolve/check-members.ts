import type { Problem } from '../../problem.ts';
import { reporter } from '../report.ts';
import type { Ast, InterfaceItem, Member, TopLevelItem, WorldItem } from '../syntax/ast.ts';

/** Warns of fields, cases and flags whose names are the same but for upper and lower case. */
export function checkMembers(file: Ast): Problem[] {
  const problems: Problem[] = [];
  const report = reporter(file.source, problems);
  for (const members of file.items.flatMap(membersIn)) {
    const seen = new Map<string, string>();
    for (const { name } of members) {
      const key = name.name.toLowerCase();
      const other = seen.get(key);
      if (other === undefined) seen.set(key, name.name);
      else {
        const message =
          other === name.name
            ? `\`${other}\` is there already`
            : `\`${name.name}\` differs from \`${other}\` only by case`;
        report('duplicate-member', name, message, { hint: 'a component with both is not valid; rename one' });
      }
    }
  }
  return problems;
}

function membersIn(item: TopLevelItem | InterfaceItem | WorldItem): Member[][] {
  switch (item.kind) {
    case 'package':
    case 'interface':
    case 'world':
      return item.items.flatMap(membersIn);
    case 'import':
    case 'export':
      return item.what.kind === 'interface' ? item.what.items.flatMap(membersIn) : [];
    case 'record':
    case 'variant':
    case 'enum':
    case 'flags':
      return [item.members];
    default:
      return [];
  }
}
