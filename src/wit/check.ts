import { byPlace, type Parsed, type Problem } from '../problem.ts';
import type { Ast } from './ast.ts';
import { checkGates } from './check-gates.ts';
import { checkMembers } from './check-members.ts';
import { type ResolveOptions, resolve } from './resolve.ts';
import type { Resolved } from './resolved.ts';

/**
 * Resolves packages and gives every problem there is: those of reading, of resolving, and warnings for what
 * the specification asks for and the reference tool does not check.
 * @param groups as for `resolve`, each file with what was found when it was read. Warnings are given for the
 *   first group only: the others are somebody else's.
 */
export function check(
  groups: readonly (readonly Parsed<Ast>[])[],
  options: ResolveOptions = {},
): Parsed<Resolved> {
  const problems: Problem[] = [];
  const readable: Ast[][] = [];
  for (const [index, files] of groups.entries()) {
    const found = files.flatMap((file) => file.problems);
    const old = found.filter(({ rule }) => rule === 'wit/no-semicolons').sort(byPlace)[0];
    // A package in the old syntax has one problem, not one a line; nothing else can be said of it.
    if (old) problems.push(old);
    else problems.push(...found);
    if (!old || index === 0) readable.push(files.map((file) => file.value));
  }
  const isOld = problems.some(({ rule }) => rule === 'wit/no-semicolons') && groups[0]?.some(hasOldSyntax);
  const { value, problems: more } = resolve(isOld ? [] : readable, options);
  problems.push(...more);
  const [own = []] = isOld ? [] : readable;
  // Gates are judged with all features on: what is switched off now should be gated right, too.
  const isUnstable = !options.allFeatures && own.some(({ source }) => source.text.includes('@unstable'));
  const whole = isUnstable ? resolve(readable, { allFeatures: true }).value : value;
  problems.push(...own.flatMap((file) => [...checkGates(file, whole), ...checkMembers(file)]));
  return { value, problems: withoutEcho(problems).sort(byPlace) };
}

function hasOldSyntax(file: Parsed<Ast>): boolean {
  return file.problems.some(({ rule }) => rule === 'wit/no-semicolons');
}

/** Leaves out warnings that say again what an error says of the same place. */
function withoutEcho(problems: readonly Problem[]): Problem[] {
  const place = ({ path, line, column }: Problem) => `${path}:${line}:${column}`;
  const errors = new Set(problems.filter(({ severity }) => severity === 'error').map(place));
  return problems.filter((problem) => problem.severity === 'error' || !errors.has(place(problem)));
}
