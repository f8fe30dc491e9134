import { finding, quoted, rule } from '../rule.ts';

export const importAdded = rule({
  id: 'import-added',
  summary: 'A world gains an import: fine for guests, not for hosts.',
  about: 'entry',
  check: (pair, versions) =>
    pair.direction === 'import' && !pair.old
      ? finding(versions, pair, 'added', `the world gains the import ${quoted(pair.label)}`)
      : undefined,
});
