import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { WASI } from 'node:wasi';

// The program that runs a core module of WASI 0.1 with Node's own WASI: `run-module.ts [--env K=V] [--dir HOST::GUEST]
// MODULE.wasm -- ARG...`. Standard streams and the exit code are the module's.
const { values, positionals } = parseArgs({
  options: { env: { type: 'string', multiple: true }, dir: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const [path = '', ...args] = positionals;
const pairs = (given: string[] = [], between: string) =>
  given.map((word): [string, string] => {
    const at = word.indexOf(between);
    return [word.slice(0, at), word.slice(at + between.length)];
  });
const wasi = new WASI({
  version: 'preview1',
  args: [path.replace(/^.*[/\\]/, ''), ...args],
  env: Object.fromEntries(pairs(values.env, '=')),
  preopens: Object.fromEntries(pairs(values.dir, '::').map(([host, guest]) => [guest, host])),
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(path));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject() as WebAssembly.Imports);
process.exitCode = wasi.start(instance);
