import { finding, quoted, rule } from '../rule.ts';

export const typeRemoved = rule({
  id: 'type-removed',
  summary: 'A type is gone, or no longer brought in by `use`.',
  about: 'type',
  check: (pair, versions) =>
    pair.old && !pair.new
      ? finding(versions, pair, 'removed', `type ${quoted(pair.old.name ?? '')} is removed`)
      : undefined,
});
