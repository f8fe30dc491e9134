import { finding, quoted, rule } from '../rule.ts';

export const importRemoved = rule({
  id: 'import-removed',
  summary: 'A world loses an import: guests that use it no longer link.',
  about: 'entry',
  check: (pair, versions) =>
    pair.direction === 'import' && !pair.new
      ? finding(versions, pair, 'removed', `the world loses the import ${quoted(pair.label)}`)
      : undefined,
});
