import { ownershipChange } from '../ownership.ts';
import { parameterRule } from '../parameter-rule.ts';
import { quoted } from '../rule.ts';

export const ownershipChanged = parameterRule({
  id: 'ownership-changed',
  summary: 'A handle that was given away is only lent, or the reverse.',
  fact({ old, new: now }, func, versions) {
    const change = ownershipChange(versions, old.type, now.type);
    if (!change) return undefined;
    const became =
      change === 'lent' ? 'was given away and is only borrowed' : 'was borrowed and is given away';
    return `parameter ${quoted(now.name)} of ${quoted(func.name)} ${became}`;
  },
});
