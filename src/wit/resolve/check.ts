import { byPlace, type Parsed, type Problem } from '../../problem.ts';
import type { Ast } from '../syntax/ast.ts';
import { checkBaseline } from './check-baseline.ts';
import { checkGates } from './check-gates.ts';
import { checkMembers } from './check-members.ts';
import type { Baseline } from './component-features.ts';
import { type ResolveOptions, resolve } from './resolve.ts';
import type { Resolved } from './resolved.ts';

export interface CheckOptions extends ResolveOptions {
  /** Also reports features of the component model that this release of WASI may not use. */
  baseline?: Baseline;
}

/**
 * Resolves packages and gives every problem there is: those of reading, of resolving, and warnings for what
 * the specification asks for and the reference tool does not check.
 * @param groups as for `resolve`, each file with what was found when it was read. Warnings are given for the
 *   first group only: the others are somebody else's.
 */
export function check(
  groups: readonly (readonly Parsed<Ast>[])[],
  options: CheckOptions = {},
): Parsed<Resolved> {
  const problems: Problem[] = [];
  const readable: Ast[][] = [];
  let hasBinary = false;
  for (const files of groups) {
    const lists = files.map((file) => unreadable(file) ?? file.problems);
    problems.push(...lists.flat());
    const isUnreadable = lists.flat().some(({ rule }) => UNREADABLE.has(rule));
    if (!isUnreadable) readable.push(files.map((file) => file.value));
    else if (files === groups[0]) {
      // What is not there in a form that can be read is not what was asked for either.
      return { value: resolve([]).value, problems: [...problems, ...whatElse(files, options)].sort(byPlace) };
    } else hasBinary ||= problems.some(({ rule }) => rule === 'wit/binary-dependency');
  }
  const { value, problems: more } = resolve(readable, options);
  // What is not found may well be in the binary: one mistake, one problem.
  problems.push(...more.filter(({ rule }) => !hasBinary || rule !== 'wit/package-not-found'));
  const [own = []] = readable;
  // Gates are judged with all features on: what is switched off now should be gated right, too.
  const isUnstable = !options.allFeatures && own.some(({ source }) => source.text.includes('@unstable'));
  const whole = isUnstable ? resolve(readable, { allFeatures: true }).value : value;
  const { baseline } = options;
  problems.push(...own.flatMap((file) => [...checkGates(file, whole), ...checkMembers(file)]));
  if (baseline) problems.push(...own.flatMap((file) => checkBaseline(file, baseline)));
  return { value, problems: withoutEcho(problems).sort(byPlace) };
}

/** The one problem of a file in the old syntax, not one a line: nothing else can be said of it. */
function unreadable({ problems }: Parsed<Ast>): Problem[] | undefined {
  const found = problems.find(({ rule }) => UNREADABLE.has(rule));
  return found && [found];
}

/** What is wrong in the files of a package that can be read, where others cannot: nothing about names, which may be in those. */
function whatElse(files: readonly Parsed<Ast>[], options: ResolveOptions): Problem[] {
  const paths = new Set(files.filter((file) => !unreadable(file)).map(({ value }) => value.source.path));
  const { problems } = resolve([files.map((file) => file.value)], options);
  return problems.filter(({ path, rule }) => paths.has(path) && !MISSING.has(rule));
}

/** Rules that miss something, which may well be in a file that cannot be read. */
const MISSING = new Set(
  [
    'missing-package',
    'package-not-found',
    'not-in-package',
    'unknown-interface',
    'unknown-type',
    'unknown-name',
  ]
    .concat('include-rename', 'not-a-resource')
    .map((rule) => `wit/${rule}`),
);

/** Rules after which a package is not looked at any further. */
const UNREADABLE = new Set(['wit/no-semicolons', 'wit/binary-dependency']);

/** Warnings that an error says already: its rule, and on how many lines after the warning it may stand. */
const ECHOES: Record<string, { rule: string; lines: number }> = {
  'wit/ungated-reference': { rule: 'wit/gated-reference', lines: 0 },
  'wit/gate-outside-container': { rule: 'wit/gated-reference', lines: 0 },
  // A gate stands on the line of its item or above it.
  'wit/gate-beyond-version': { rule: 'wit/unreleased-version', lines: 3 },
};

/** Leaves out warnings that say again what an error says. */
function withoutEcho(problems: readonly Problem[]): Problem[] {
  const key = (rule: string, path: string, line: number) => `${rule} ${path}:${line}`;
  const told = new Set(problems.map(({ rule, path, line }) => key(rule, path, line)));
  return problems.filter(({ rule, path, line }) => {
    const louder = ECHOES[rule];
    if (!louder) return true;
    for (let below = 0; below <= louder.lines; below++) {
      if (told.has(key(louder.rule, path, line + below))) return false;
    }
    return true;
  });
}
