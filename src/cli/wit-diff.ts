import { WitLoader } from '../load/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import { toGithub, toText } from '../report/index.ts';
import { type Comparison, compare, describe, type Perspective, type Resolved } from '../wit/index.ts';
import { type Command, UsageError } from './command.ts';
import { describeComparison, toProblems } from './describe-comparison.ts';
import { printJson } from './print-json.ts';
import { checkWit, flagValues } from './wit-input.ts';

const PERSPECTIVES: Perspective[] = ['guest', 'host', 'component'];

/** `witness wit diff`: what differs between two versions of a package, and whom it breaks. */
export const command: Command = {
  usage:
    'OLD NEW [--perspective guest|host|component] [--world W] [--deps DIR | --deps-old DIR --deps-new DIR] [--json | --format text|json|github]',
  summary: 'all that differs between two versions of a WIT package, and whether it breaks somebody',
  options: {
    perspective: { type: 'string', default: 'guest' },
    world: { type: 'string' },
    deps: { type: 'string', multiple: true },
    'deps-old': { type: 'string', multiple: true },
    'deps-new': { type: 'string', multiple: true },
    json: { type: 'boolean' },
    format: { type: 'string', default: 'text' },
  },
  run([oldPath, newPath, ...more], flags) {
    if (oldPath === undefined || newPath === undefined || more.length > 0) {
      throw new UsageError('expected two files or folders: OLD and NEW');
    }
    const perspective = PERSPECTIVES.find((name) => name === flags.perspective);
    if (!perspective) {
      throw new UsageError(`unknown perspective "${flags.perspective}": choose ${PERSPECTIVES.join(', ')}`);
    }
    const write = FORMATS[flags.json ? 'json' : String(flags.format)];
    if (!write) throw new UsageError(`unknown format "${flags.format}": choose text, json or github`);
    const deps = flagValues(flags.deps);
    const loader = new WitLoader();
    const old = read(loader, oldPath, [...flagValues(flags['deps-old']), ...deps]);
    const now = read(loader, newPath, [...flagValues(flags['deps-new']), ...deps]);
    const errors = [...old.errors, ...now.errors].sort(byPlace);
    if (errors.length > 0) {
      process.stderr.write(`${toText(errors, loader.sources)}\nwhat cannot be read cannot be compared\n`);
      return 1;
    }
    const world = typeof flags.world === 'string' ? flags.world : undefined;
    if (world !== undefined) expectWorld(world, old.resolved, now.resolved);
    const comparison = compare(old.resolved, now.resolved, { perspective, world });
    write(comparison, now.resolved);
    return comparison.verdict === 'breaking' ? 1 : 0;
  },
};

type Write = (comparison: Comparison, now: Resolved) => void;

const FORMATS: Record<string, Write> = {
  text: (comparison) => {
    process.stdout.write(describeComparison(comparison));
  },
  json: (comparison) => printJson(comparison),
  github: (comparison, now) => {
    const problems = toProblems(comparison, describe(now));
    if (problems.length > 0) process.stdout.write(`${toGithub(problems)}\n`);
  },
};

/** Every feature is on, so that unstable items are compared too. A gate that is ahead of its package is a finding, not an end. */
function read(loader: WitLoader, path: string, deps: string[]): { resolved: Resolved; errors: Problem[] } {
  const { resolved, problems } = checkWit(loader, path, deps, { allFeatures: true });
  const errors = problems.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'wit/unreleased-version',
  );
  return { resolved, errors };
}

function expectWorld(world: string, ...packages: Resolved[]): void {
  const names = new Set(packages.flatMap(({ packages, main }) => [...(packages[main]?.worlds.keys() ?? [])]));
  if (names.has(world)) return;
  const known = names.size > 0 ? `there are ${[...names].join(', ')}` : 'there are none';
  throw new UsageError(`no world "${world}" in these packages: ${known}`);
}
