import { finding, quoted, rule } from '../rule.ts';

export const interfaceRemoved = rule({
  id: 'interface-removed',
  summary: 'An interface is gone, with all that is in it.',
  about: 'interface',
  check: (pair, versions) =>
    pair.old && !pair.new
      ? finding(versions, pair, 'removed', `interface ${quoted(pair.old.name ?? '')} is removed`)
      : undefined,
});
