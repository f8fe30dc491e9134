import { WitLoader } from '../load/index.ts';
import { byPlace, hasErrors, type Problem } from '../problem.ts';
import { toGithub, toText } from '../report/index.ts';
import { type Command, UsageError } from './command.ts';
import { printJson } from './print-json.ts';
import { checkWit, featureOptions, flagValues } from './wit-input.ts';

/** `witness wit check`: every problem of WIT files and packages. */
export const command: Command = {
  usage: 'PATH... [--deps DIR] [--format text|json|github] [--features a,b] [--all-features]',
  summary: 'every problem in WIT files and package folders, not only the first',
  options: {
    deps: { type: 'string', multiple: true },
    features: { type: 'string', multiple: true },
    'all-features': { type: 'boolean' },
    json: { type: 'boolean' },
    format: { type: 'string', default: 'text' },
  },
  run(paths, flags) {
    if (paths.length === 0) throw new UsageError('expected at least one file or folder');
    const format = flags.json ? 'json' : String(flags.format);
    const write = FORMATS[format];
    if (!write) throw new UsageError(`unknown format "${format}": choose text, json or github`);
    const loader = new WitLoader();
    const deps = flagValues(flags.deps);
    const options = featureOptions(flags);
    const found = paths.flatMap((path) => checkWit(loader, path, deps, options).problems);
    const problems = withoutRepeats(found).sort(byPlace);
    write(problems, loader.sources);
    if (format === 'text') process.stderr.write(`${summary(problems, paths.length)}\n`);
    return hasErrors(problems) ? 1 : 0;
  },
};

type Write = (problems: readonly Problem[], sources: ReadonlyMap<string, string>) => void;

const FORMATS: Record<string, Write> = {
  text: (problems, sources) => {
    if (problems.length > 0) process.stdout.write(`${toText(problems, sources)}\n`);
  },
  json: (problems) => printJson(problems),
  github: (problems) => {
    if (problems.length > 0) process.stdout.write(`${toGithub(problems)}\n`);
  },
};

/** A dependency that several packages share has its problems once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const key = ({ path, line, column, rule }: Problem) => `${path}:${line}:${column} ${rule}`;
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}

function summary(problems: readonly Problem[], paths: number): string {
  const count = (severity: Problem['severity'], word: string) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  const counts = [...count('error', 'error'), ...count('warning', 'warning')];
  return `${counts.length > 0 ? counts.join(', ') : 'no problems'} in ${paths} path${paths === 1 ? '' : 's'}`;
}
