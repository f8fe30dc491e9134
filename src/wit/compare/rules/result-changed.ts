import { typeCause } from '../cause.ts';
import { sameType, typeText } from '../pairing/index.ts';
import { because, finding, quoted, rule, typeChange } from '../rule.ts';

export const resultChanged = rule({
  id: 'result-changed',
  summary: 'A function returns another type, or something instead of nothing.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.kind !== now.kind || sameType(versions, old.result, now.result)) return undefined;
    const [was, is] = [typeText(versions.old, old.result), typeText(versions.new, now.result)];
    const cause = typeCause(versions, old.result, now.result);
    const fact =
      was === is
        ? `what ${quoted(now.name)} returns ${typeChange(was, is, cause)}`
        : `${quoted(now.name)} returns ${noted(is)} instead of ${noted(was)}`;
    return because(finding(versions, pair, 'changed', fact), cause);
  },
});

function noted(type: string): string {
  return type === '_' ? 'nothing' : quoted(type);
}
