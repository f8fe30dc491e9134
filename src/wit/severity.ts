import type { Severity } from '../problem.ts';
import type { RuleName } from './rules.ts';

/** What the specification asks for and the reference parser does not check. */
const WARNINGS: ReadonlySet<RuleName> = new Set<RuleName>([
  'gate-outside-container',
  'ungated-reference',
  'gate-beyond-version',
  'duplicate-member',
]);

/** How much a rule matters. */
export function severityOf(rule: RuleName): Severity {
  return WARNINGS.has(rule) ? 'warning' : 'error';
}
