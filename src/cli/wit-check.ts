import { WitLoader } from '../load/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import { BASELINES } from '../wit/index.ts';
import { defineCommand } from './define-command.ts';
import { choice } from './options.ts';
import { checkWit, depsOption, FEATURE_OPTIONS, featureOptions } from './wit-input.ts';

/** `witness wit check`: every problem of WIT files and packages. */
export const command = defineCommand({
  args: 'PATH...',
  summary: 'every problem in WIT files and package folders, not only the first',
  options: {
    deps: depsOption,
    baseline: choice(BASELINES, 'also report features of the component model that this release may not use'),
    ...FEATURE_OPTIONS,
  },
  run(paths, values) {
    const loader = new WitLoader();
    const options = { ...featureOptions(values), baseline: values.baseline };
    const found = paths.flatMap((path) => checkWit(loader, path, values.deps, options).problems);
    const problems = withoutRepeats(found).sort(byPlace);
    return { problems, sources: loader.sources, closing: closing(problems, paths.length) };
  },
});

/** A dependency that several packages share has its problems once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const key = ({ path, line, column, rule }: Problem) => `${path}:${line}:${column} ${rule}`;
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}

function closing(problems: readonly Problem[], paths: number): string {
  const count = (severity: Problem['severity'], word: string) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  const counts = [...count('error', 'error'), ...count('warning', 'warning')];
  return `${counts.length > 0 ? counts.join(', ') : 'no problems'} in ${paths} path${paths === 1 ? '' : 's'}`;
}
