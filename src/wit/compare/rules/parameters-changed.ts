import type { FuncDef, Resolved } from '../../resolve/resolved.ts';
import { typeText } from '../pairing/index.ts';
import { finding, quoted, rule } from '../rule.ts';

export const parametersChanged = rule({
  id: 'parameters-changed',
  summary: 'A function takes more or fewer parameters. Optional ones count: there are no defaults.',
  about: 'function',
  check(pair, versions) {
    const { old, new: now } = pair;
    if (!old || !now || old.params.length === now.params.length) return undefined;
    const [before, after] = [list(versions.old, old), list(versions.new, now)];
    return finding(versions, pair, 'changed', `${quoted(now.name)} took ${before} and takes ${after}`);
  },
});

function list(resolved: Resolved, func: FuncDef): string {
  return quoted(
    `(${func.params.map(({ name, type }) => `${name}: ${typeText(resolved, type)}`).join(', ')})`,
  );
}
