import { typeCause } from '../cause.ts';
import { ownershipChange } from '../ownership.ts';
import { sameType, typeText } from '../pairing/index.ts';
import { parameterRule } from '../parameter-rule.ts';
import { quoted, typeChange } from '../rule.ts';

export const parameterTypeChanged = parameterRule({
  id: 'parameter-type-changed',
  summary: 'A parameter has another type.',
  fact({ old, new: now }, func, versions) {
    if (sameType(versions, old.type, now.type) || ownershipChange(versions, old.type, now.type))
      return undefined;
    const cause = typeCause(versions, old.type, now.type);
    const change = typeChange(typeText(versions.old, old.type), typeText(versions.new, now.type), cause);
    return { fact: `parameter ${quoted(now.name)} of ${quoted(func.name)} ${change}`, cause };
  },
});
