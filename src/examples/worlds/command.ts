import { byteSink } from '../streams.ts';
import { exported, isFailure, type World } from './world.ts';

/** A command of `wasi:cli/run`: it is called with its arguments, the program's name first; its output is printed. */
export const command: World<string[]> = ({ cache, print }, args) => {
  const decoder = new TextDecoder();
  let output = '';
  const stdout = byteSink(cache['wasi:io/streams'].OutputStream, (bytes) => {
    output += decoder.decode(bytes, { stream: true });
  });
  return {
    imports: {
      'wasi:cli/environment': {
        getEnvironment: () => [],
        getArguments: () => args,
        initialCwd: () => undefined,
      },
      'wasi:cli/stdout': { getStdout: () => stdout },
    },
    async run(exports) {
      print(`$ ${args.join(' ')}`);
      const failed = await Promise.resolve(exported(exports, 'wasi:cli/run', 'run')()).then(
        () => false,
        (error) => {
          if (isFailure(error)) return true;
          throw error;
        },
      );
      for (const line of output.replace(/\n$/, '').split('\n')) print(line);
      if (failed) print('(exit status 1)');
    },
  };
};
