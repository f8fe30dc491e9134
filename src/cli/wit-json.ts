import { WitLoader } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';
import { toJson } from '../wit/index.ts';
import { type Command, UsageError } from './command.ts';
import { printJson } from './print-json.ts';
import { checkWit, featureOptions, flagValues } from './wit-input.ts';

/** `witness wit json`: resolved packages as the reference tool's JSON. */
export const command: Command = {
  usage: 'PATH [--features a,b] [--all-features] [--deps DIR]',
  summary: 'a WIT file or package folder, resolved, as the JSON of wasm-tools',
  options: {
    features: { type: 'string', multiple: true },
    'all-features': { type: 'boolean' },
    deps: { type: 'string', multiple: true },
  },
  run([path, ...more], flags) {
    if (path === undefined || more.length > 0) throw new UsageError('expected one file or folder');
    const loader = new WitLoader();
    const { resolved, problems } = checkWit(loader, path, flagValues(flags.deps), featureOptions(flags));
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) process.stderr.write(`${toText(errors, loader.sources)}\n`);
    if (hasErrors(errors)) return 1;
    printJson(toJson(resolved));
    return 0;
  },
};
