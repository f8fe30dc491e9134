import { finding, quoted, rule } from './rule.ts';

export const functionKindChanged = rule({
  id: 'function-kind-changed',
  summary: 'A method becomes static or the reverse: its name in the binary form changes.',
  about: 'function',
  check: ({ old, new: now, ...pair }, versions) =>
    old && now && old.kind !== now.kind
      ? finding(
          versions,
          { ...pair, old, new: now },
          'changed',
          `${quoted(old.name)} becomes ${quoted(now.name)}`,
        )
      : undefined,
});
