import { finding, quoted, rule } from './rule.ts';

export const parameterRenamed = rule({
  id: 'parameter-renamed',
  summary: 'A parameter has another name. Names of parameters are part of the type.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.params.length !== now.params.length) return undefined;
    return old.params.flatMap((before, index) => {
      const after = now.params[index];
      if (!after || before.name === after.name) return [];
      const fact = `parameter ${index + 1} of ${quoted(now.name)} was ${quoted(before.name)} and is ${quoted(after.name)}`;
      return [finding(versions, pair, 'changed', fact)];
    });
  },
});
