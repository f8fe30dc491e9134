import type { Problem } from '../../problem.ts';
import { CHECKS } from '../checks/index.ts';
import { type Content, errorAt } from './content.ts';

/** Each criterion gives its check what it needs, and nothing else. */
export function checkParameters(content: Content): Problem[] {
  return content.criteria.flatMap((file) =>
    file.value.criteria.flatMap((criterion, i) => {
      const needs = CHECKS[criterion.check]?.needs;
      if (!needs) return [];
      const at = `criteria.${i}.with`;
      const wrong = Object.entries(needs)
        .filter(([key, type]) => typeof criterion.with[key] !== type)
        .map(([key, type]) =>
          errorAt(
            file,
            key in criterion.with ? `${at}.${key}` : `criteria.${i}.check`,
            'check-parameter',
            `expected "with" to hold ${key}, a ${type}, for the check ${criterion.check}`,
          ),
        );
      const unknown = Object.keys(criterion.with)
        .filter((key) => !(key in needs))
        .map((key) =>
          errorAt(
            file,
            `${at}.${key}`,
            'check-parameter',
            `the check ${criterion.check} has no use for "${key}"`,
          ),
        );
      return [...wrong, ...unknown];
    }),
  );
}
