import { ownershipChange } from './ownership.ts';
import { finding, quoted, rule } from './rule.ts';

export const ownershipChanged = rule({
  id: 'ownership-changed',
  summary: 'A handle that was given away is only lent, or the reverse.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.params.length !== now.params.length) return undefined;
    return old.params.flatMap((before, index) => {
      const after = now.params[index];
      const change = after && ownershipChange(versions, before.type, after.type);
      if (!change) return [];
      const fact =
        change === 'lent'
          ? `parameter ${quoted(after.name)} of ${quoted(now.name)} was given away and is only borrowed`
          : `parameter ${quoted(after.name)} of ${quoted(now.name)} was borrowed and is given away`;
      return [finding(versions, pair, 'changed', fact)];
    });
  },
});
