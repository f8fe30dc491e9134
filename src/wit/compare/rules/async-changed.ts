import { finding, quoted, rule } from '../rule.ts';

export const asyncChanged = rule({
  id: 'async-changed',
  summary: 'A function becomes async or stops being so: both are different types.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.async === now.async) return undefined;
    const fact = now.async ? `${quoted(now.name)} becomes async` : `${quoted(now.name)} is no longer async`;
    return finding(versions, pair, 'changed', fact);
  },
});
