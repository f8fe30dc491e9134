import { finding, quoted, rule } from '../rule.ts';

export const typeAdded = rule({
  id: 'type-added',
  summary: 'A type is new: fine where the interface is imported, not where it is exported.',
  about: 'type',
  check: (pair, versions) =>
    pair.new && !pair.old
      ? finding(versions, pair, 'added', `type ${quoted(pair.new.name ?? '')} is new`)
      : undefined,
});
