import { sameType, typeText } from '../pairing/index.ts';
import { finding, quoted, rule } from '../rule.ts';

export const resultChanged = rule({
  id: 'result-changed',
  summary: 'A function returns another type, or something instead of nothing.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.kind !== now.kind || sameType(versions, old.result, now.result)) return undefined;
    const [was, is] = [typeText(versions.old, old.result), typeText(versions.new, now.result)];
    const change =
      was === is
        ? `another ${quoted(is)}, through what it is made of`
        : `${noted(is)} instead of ${noted(was)}`;
    return finding(versions, pair, 'changed', `${quoted(now.name)} returns ${change}`);
  },
});

function noted(type: string): string {
  return type === '_' ? 'nothing' : quoted(type);
}
