import { entryRemoved } from '../entry-rules.ts';
import { rule } from '../rule.ts';

export const exportRemoved = rule({
  id: 'export-removed',
  summary: 'A world loses an export: hosts that call it find nothing.',
  about: 'entry',
  check: (pair, versions) => (pair.direction === 'export' ? entryRemoved(versions, pair) : undefined),
});
