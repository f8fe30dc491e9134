import { entryAdded } from '../entry-rules.ts';
import { rule } from '../rule.ts';

export const exportAdded = rule({
  id: 'export-added',
  summary: 'A world gains an export: fine for hosts, not for guests.',
  about: 'entry',
  check: (pair, versions) => (pair.direction === 'export' ? entryAdded(versions, pair) : undefined),
});
