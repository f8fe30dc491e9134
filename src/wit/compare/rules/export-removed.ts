import { finding, quoted, rule } from '../rule.ts';

export const exportRemoved = rule({
  id: 'export-removed',
  summary: 'A world loses an export: hosts that call it find nothing.',
  about: 'entry',
  check: (pair, versions) =>
    pair.direction === 'export' && !pair.new
      ? finding(versions, pair, 'removed', `the world loses the export ${quoted(pair.label)}`)
      : undefined,
});
