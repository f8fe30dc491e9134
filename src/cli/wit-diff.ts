import { isContradicted, type ProofSide, proveFindings, WitLoader } from '../load/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import { compare, describe, type Finding, type Perspective, type Resolved } from '../wit/index.ts';
import { defineCommand } from './define-command.ts';
import { describeComparison, toProblems } from './describe-comparison.ts';
import { choice, otherwise, text, texts, toggle } from './options.ts';
import { UnusableInput, UsageError } from './usage-error.ts';
import { checkWit, depsOption } from './wit-input.ts';

const PERSPECTIVES = ['guest', 'host', 'component'] as const satisfies readonly Perspective[];

/** `witness wit diff`: what differs between two versions of a package, and whom it breaks. */
export const command = defineCommand({
  args: 'OLD NEW',
  summary: 'all that differs between two versions of a WIT package, and whether it breaks somebody',
  options: {
    perspective: otherwise(choice(PERSPECTIVES, 'who must go on working; guest unless told'), 'guest'),
    world: text('W', 'compare this world alone'),
    deps: depsOption,
    'deps-old': texts('DIR', 'the same for OLD alone'),
    'deps-new': texts('DIR', 'the same for NEW alone'),
    prove: toggle('build a component for each breaking finding, and try it with both versions'),
  },
  async run([oldPath, newPath], { perspective, world, deps, prove, ...only }) {
    const loader = new WitLoader();
    const old = read(loader, oldPath, [...only['deps-old'], ...deps]);
    const now = read(loader, newPath, [...only['deps-new'], ...deps]);
    const errors = [...old.errors, ...now.errors].sort(byPlace);
    if (errors.length > 0) throw new UnusableInput(errors, loader.sources);
    if (world !== undefined) expectWorld(world, old.resolved, now.resolved);
    const compared = compare(old.resolved, now.resolved, { perspective, world });
    const findings = prove ? await proveFindings(compared, old, now) : compared.findings;
    const comparison = { ...compared, findings };
    const wrong = findings.filter(isContradicted);
    return {
      data: comparison,
      text: describeComparison(comparison),
      annotations: toProblems(comparison, describe(now.resolved)),
      ...(wrong.length > 0 && { closing: contradicted(wrong) }),
      code: comparison.verdict === 'breaking' || wrong.length > 0 ? 1 : 0,
    };
  },
});

/** Every feature is on, so that unstable items are compared too. A gate that is ahead of its package is a finding, not an end. */
function read(loader: WitLoader, path: string, deps: string[]): ProofSide & { errors: Problem[] } {
  const { resolved, groups, problems } = checkWit(loader, path, deps, { allFeatures: true });
  const errors = problems.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'wit/unreleased-version',
  );
  return { resolved, groups, errors };
}

function contradicted(wrong: readonly Finding[]): string {
  const items = wrong.map(({ rule, item }) => `${item} [${rule}]`).join(', ');
  return `a trial says otherwise, which is a mistake of this program: ${items}`;
}

function expectWorld(world: string, ...packages: Resolved[]): void {
  const names = new Set(packages.flatMap(({ packages, main }) => [...(packages[main]?.worlds.keys() ?? [])]));
  if (names.has(world)) return;
  const known = names.size > 0 ? `there are ${[...names].join(', ')}` : 'there are none';
  throw new UsageError(`no world "${world}" in these packages: ${known}`);
}
