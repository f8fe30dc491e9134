import { quoted, rule } from '../rule.ts';

export const worldAdded = rule({
  id: 'world-added',
  summary: 'A world is new. Nobody depends on it yet.',
  about: 'world',
  check: (pair) =>
    pair.new && !pair.old
      ? {
          severity: 'info',
          message: `world ${quoted(pair.new.name)} is new: nothing was built for it before`,
        }
      : undefined,
});
