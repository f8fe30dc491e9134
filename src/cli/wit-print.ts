import { existsSync } from 'node:fs';
import { STANDARD_INPUT, WitLoader } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { clash, print } from '../wit/index.ts';
import { defineCommand } from './define-command.ts';
import { UnusableInput, UsageError } from './usage-error.ts';

/** `witness wit print`: canonical WIT. */
export const command = defineCommand({
  args: 'PATH',
  summary: 'a WIT file, or the files of a package folder as one, in canonical form',
  options: {},
  run([path]) {
    if (path !== STANDARD_INPUT && !existsSync(path)) throw new UsageError(`${path}: no such file or folder`);
    const loader = new WitLoader();
    const [files = []] = loader.load(path).groups;
    const problems = files.flatMap((file) => file.problems);
    if (hasErrors(problems)) throw new UnusableInput(problems, loader.sources);
    const asts = files.map(({ value }) => value);
    const name = clash(asts);
    if (name !== undefined) {
      throw new Error(`\`${name}\` means different things in the files of ${path}: print them one by one`);
    }
    return { product: print(...asts) };
  },
});
