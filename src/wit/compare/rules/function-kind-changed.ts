import { finding, quoted, rule } from '../rule.ts';

export const functionKindChanged = rule({
  id: 'function-kind-changed',
  summary: 'A method becomes static or the reverse: its name in the binary form changes.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.kind === now.kind) return undefined;
    return finding(versions, pair, 'changed', `${quoted(old.name)} becomes ${quoted(now.name)}`);
  },
});
