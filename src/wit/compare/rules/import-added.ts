import { entryAdded } from '../entry-rules.ts';
import { rule } from '../rule.ts';

export const importAdded = rule({
  id: 'import-added',
  summary: 'A world gains an import: fine for guests, not for hosts.',
  about: 'entry',
  check: (pair, versions) => (pair.direction === 'import' ? entryAdded(versions, pair) : undefined),
});
