import { finding, quoted, rule } from '../rule.ts';

export const exportAdded = rule({
  id: 'export-added',
  summary: 'A world gains an export: fine for hosts, not for guests.',
  about: 'entry',
  check: (pair, versions) =>
    pair.direction === 'export' && !pair.old
      ? finding(versions, pair, 'added', `the world gains the export ${quoted(pair.label)}`)
      : undefined,
});
