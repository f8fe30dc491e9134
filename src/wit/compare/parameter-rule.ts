import type { FuncDef } from '../resolve/resolved.ts';
import type { Cause } from './cause.ts';
import type { ComparedVersions } from './pairing/index.ts';
import { because, finding, type Rule, rule } from './rule.ts';

type Parameter = FuncDef['params'][number];

/** A rule about the parameters of functions that take as many as before; another number is `parameters-changed`. */
export function parameterRule(options: {
  id: string;
  summary: string;
  /** What became of one parameter of a function, in words; undefined when nothing did. The index counts from 0. */
  fact(
    parameter: { old: Parameter; new: Parameter; index: number },
    func: FuncDef,
    versions: ComparedVersions,
  ): string | { fact: string; cause?: Cause } | undefined;
}): Rule {
  const { id, summary, fact } = options;
  return rule({
    id,
    summary,
    about: 'function',
    check(pair, versions) {
      const { old, new: now } = pair;
      if (!old || !now || old.params.length !== now.params.length) return undefined;
      return old.params.flatMap((before, index) => {
        const after = now.params[index];
        const found = after && fact({ old: before, new: after, index }, now, versions);
        if (found === undefined) return [];
        const { fact: text, cause } = typeof found === 'string' ? { fact: found } : found;
        return [because(finding(versions, pair, 'changed', text), cause)];
      });
    },
  });
}
