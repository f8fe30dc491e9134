import { sameType, typeText } from '../pairing/index.ts';
import { ownershipChange } from './ownership.ts';
import { finding, quoted, rule } from './rule.ts';

export const parameterTypeChanged = rule({
  id: 'parameter-type-changed',
  summary: 'A parameter has another type.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.params.length !== now.params.length) return undefined;
    return old.params.flatMap((before, index) => {
      const after = now.params[index];
      if (!after || sameType(versions, before.type, after.type)) return [];
      if (ownershipChange(versions, before.type, after.type)) return [];
      const [was, is] = [typeText(versions.old, before.type), typeText(versions.new, after.type)];
      const change =
        was === is
          ? `is another ${quoted(is)}, through what it is made of`
          : `was ${quoted(was)} and is ${quoted(is)}`;
      return [
        finding(
          versions,
          pair,
          'changed',
          `parameter ${quoted(after.name)} of ${quoted(now.name)} ${change}`,
        ),
      ];
    });
  },
});
