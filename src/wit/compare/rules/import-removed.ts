import { entryRemoved } from '../entry-rules.ts';
import { rule } from '../rule.ts';

export const importRemoved = rule({
  id: 'import-removed',
  summary: 'A world loses an import: guests that use it no longer link.',
  about: 'entry',
  check: (pair, versions) => (pair.direction === 'import' ? entryRemoved(versions, pair) : undefined),
});
