import { finding, quoted, rule } from '../rule.ts';

export const entryKindChanged = rule({
  id: 'entry-kind-changed',
  summary: 'An import or export of a world is another kind of thing under the same name.',
  about: 'entry',
  check: (pair, versions) =>
    pair.old && pair.new && pair.old.kind !== pair.new.kind
      ? finding(
          versions,
          pair,
          'changed',
          `the ${pair.direction} ${quoted(pair.label)} was a ${pair.old.kind} and is a ${pair.new.kind}`,
        )
      : undefined,
});
