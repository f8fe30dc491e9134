// `npm pack` calls this: `src` as JavaScript in `lib`, since Node does not strip types below `node_modules`.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { toJavaScriptNames } from './to-javascript-names.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const from = join(root, 'src');
const to = join(root, 'lib');

await rm(to, { recursive: true, force: true });
const files = (await readdir(from, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
await Promise.all(files.map((path) => convert(path, join(to, path.slice(from.length)))));
writeTypes();
await Promise.all(
  (await declarations()).map(async (path) =>
    writeFile(path, toJavaScriptNames(await readFile(path, 'utf8'))),
  ),
);

async function convert(path: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  if (/(?<!\.d)\.ts$/.test(path)) {
    const { code } = await transform(await readFile(path, 'utf8'), {
      loader: 'ts',
      format: 'esm',
      target: 'es2024',
    });
    await writeFile(target.replace(/\.ts$/, '.js'), toJavaScriptNames(code));
  } else if (path.endsWith('.astro')) {
    await writeFile(target, toJavaScriptNames(await readFile(path, 'utf8')));
  } else {
    await cp(path, target);
  }
}

async function declarations(): Promise<string[]> {
  return (await readdir(to, { recursive: true }))
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => join(to, name));
}

/** Declarations for those who use the library's entry points from TypeScript. */
function writeTypes(): void {
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const options = [
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--outDir',
    to,
    '--rootDir',
    from,
  ];
  const { status } = spawnSync(
    process.execPath,
    [tsc, '-p', join(root, 'tsconfig.library.json'), ...options],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) throw new Error('the declarations of the library could not be written');
}
