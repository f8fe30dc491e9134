import type { TriedFinding } from '../load/index.ts';
import type { Problem } from '../problem.ts';
import {
  type Comparison,
  type Finding,
  type FindingSeverity,
  findItem,
  type Package,
  type Source,
} from '../wit/index.ts';

const HEADINGS: Record<FindingSeverity, string> = {
  breaking: 'Breaking: it no longer links',
  source: 'Source: it links, but rebuilding may fail',
  policy: 'Policy: gates and versions',
  info: 'For information',
};

const QUESTIONS: Record<Comparison['perspective'], string> = {
  guest: 'a guest built for the old version on a host of the new one',
  host: 'a host built for the old version given a component built for the new one',
  component: 'a new component in the place of an old one',
};

/** A comparison as people read it: the verdict first, then findings by how much they matter, two lines each. */
export function describeComparison(comparison: Comparison): string {
  const { verdict, perspective, summary, renamed, findings } = comparison;
  const bySeverity = Map.groupBy(findings, (finding) => finding.severity);
  const sections = Object.entries(HEADINGS).flatMap(([severity, heading]) => {
    const found = bySeverity.get(severity as FindingSeverity) ?? [];
    return found.length > 0 ? [`${heading} (${found.length})`, ...found.map(entry), ''] : [];
  });
  const moves = renamed.map(({ from, to, why }) => `  ${from} -> ${to}\n    ${why}`);
  const map = moves.length > 0 ? [`Renamed or moved (${moves.length})`, ...moves, ''] : [];
  return [`${verdict}: ${QUESTIONS[perspective]}`, summary, '', ...sections, ...map].join('\n');
}

function entry(finding: TriedFinding): string {
  const { item, rule, message, old, new: now, consequences = [], proof, unproved } = finding;
  const at = now ?? old;
  const place = at ? `  ${at.path}:${at.line}:${at.column}` : '';
  const more = consequences.length > 0 ? ['    because of it also:', ...consequences.map(consequence)] : [];
  const trial = proof
    ? [
        `    tried: ${proof.old} with the old version, ${proof.new} with the new one${proof.error ? `: ${proof.error}` : ''}`,
      ]
    : unproved === undefined
      ? []
      : [`    not tried: ${unproved}`];
  return [`  ${item}  [${rule}]${place}`, `    ${message}`, ...trial, ...more].join('\n');
}

function consequence({ item, rule }: Finding): string {
  return `      ${item}  [${rule}]`;
}

const SEVERITY = { breaking: 'error', source: 'warning', policy: 'warning', info: 'info' } as const;

/**
 * Findings as problems, for annotations: at their place in the new version, since only that is in a pull request.
 * What is gone is marked at what it was taken out of.
 * @param packages the new version, described
 */
export function toProblems({ findings }: Comparison, packages: readonly Package[]): Problem[] {
  return findings.flatMap(({ rule, severity, message, item, old, new: now }) => {
    const at = now ?? around(item, packages) ?? old;
    return at
      ? [{ ...at, rule: `wit/${rule}`, severity: SEVERITY[severity], message: `${item}: ${message}` }]
      : [];
  });
}

/** Where the nearest thing around an item is declared: `a:b/types.fields` for `a:b/types.fields.get`. */
function around(item: string, packages: readonly Package[]): Source | undefined {
  const outer = item.replace(/[./][^./]*$/, '');
  if (outer === item) return undefined;
  return findItem(packages, outer)?.source ?? around(outer, packages);
}
