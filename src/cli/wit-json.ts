import { WitLoader } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { toJson } from '../wit/index.ts';
import { defineCommand } from './define-command.ts';
import { UnusableInput } from './usage-error.ts';
import { checkWit, depsOption, FEATURE_OPTIONS, featureOptions } from './wit-input.ts';

/** `witness wit json`: resolved packages as the reference tool's JSON. */
export const command = defineCommand({
  args: 'PATH',
  summary: 'a WIT file or package folder, resolved, as the JSON of wasm-tools',
  options: { ...FEATURE_OPTIONS, deps: depsOption },
  format: 'json',
  run([path], values) {
    const loader = new WitLoader();
    const { resolved, problems } = checkWit(loader, path, values.deps, featureOptions(values));
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (hasErrors(errors)) throw new UnusableInput(errors, loader.sources);
    return { data: toJson(resolved) };
  },
});
