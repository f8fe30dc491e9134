import { declarationCause } from '../cause.ts';
import { bothMembers } from '../members.ts';
import { kindText, sameDeclaration } from '../pairing/index.ts';
import { because, finding, quoted, rule, typeChange } from '../rule.ts';

export const typeChanged = rule({
  id: 'type-changed',
  summary: 'A type is of another kind, or another name for something else.',
  about: 'type',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || bothMembers(pair) || sameDeclaration(versions, old, now)) return undefined;
    const cause = declarationCause(versions, old, now);
    const change = typeChange(kindText(versions.old, old.kind), kindText(versions.new, now.kind), cause);
    return because(finding(versions, pair, 'changed', `type ${quoted(now.name ?? '')} ${change}`), cause);
  },
});
