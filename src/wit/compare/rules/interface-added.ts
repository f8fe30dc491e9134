import { finding, quoted, rule } from '../rule.ts';

export const interfaceAdded = rule({
  id: 'interface-added',
  summary: 'An interface is new.',
  about: 'interface',
  check: (pair, versions) =>
    pair.new && !pair.old
      ? finding(versions, pair, 'added', `interface ${quoted(pair.new.name ?? '')} is new`)
      : undefined,
});
