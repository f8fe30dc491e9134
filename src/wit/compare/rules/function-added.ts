import { finding, quoted, rule } from '../rule.ts';

export const functionAdded = rule({
  id: 'function-added',
  summary:
    'A function, method, static function or constructor is new: fine where it is imported, not where it is exported.',
  about: 'function',
  check: (pair, versions) =>
    pair.new && !pair.old && pair.containerStays
      ? finding(versions, pair, 'added', `${quoted(pair.new.name)} is new`)
      : undefined,
});
