import { finding, quoted, rule } from '../rule.ts';

export const functionRemoved = rule({
  id: 'function-removed',
  summary: 'A function, method, static function or constructor is gone.',
  about: 'function',
  check: (pair, versions) =>
    pair.old && !pair.new && pair.containerStays
      ? finding(versions, pair, 'removed', `${quoted(pair.old.name)} is removed`)
      : undefined,
});
