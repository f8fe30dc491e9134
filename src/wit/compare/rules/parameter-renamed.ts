import { parameterRule } from '../parameter-rule.ts';
import { quoted } from '../rule.ts';

export const parameterRenamed = parameterRule({
  id: 'parameter-renamed',
  summary: 'A parameter has another name. Names of parameters are part of the type.',
  fact: ({ old, new: now, index }, func) =>
    old.name === now.name
      ? undefined
      : `parameter ${index + 1} of ${quoted(func.name)} was ${quoted(old.name)} and is ${quoted(now.name)}`,
});
