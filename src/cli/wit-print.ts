import { existsSync } from 'node:fs';
import { WitLoader } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';
import { clash, print } from '../wit/index.ts';
import { type Command, UsageError } from './command.ts';

/** `witness wit print`: canonical WIT. */
export const command: Command = {
  usage: 'PATH',
  summary: 'a WIT file, or the files of a package folder as one, in canonical form',
  options: {},
  run([path, ...more]) {
    if (path === undefined || more.length > 0) throw new UsageError('expected one file or folder');
    if (!existsSync(path)) throw new UsageError(`${path}: no such file or folder`);
    const loader = new WitLoader();
    const [files = []] = loader.load(path).groups;
    const problems = files.flatMap((file) => file.problems);
    if (hasErrors(problems)) {
      process.stderr.write(`${toText(problems, loader.sources)}\n`);
      return 1;
    }
    const asts = files.map(({ value }) => value);
    const name = clash(asts);
    if (name !== undefined) {
      throw new Error(`\`${name}\` means different things in the files of ${path}: print them one by one`);
    }
    process.stdout.write(print(...asts));
    return 0;
  },
};
