import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { toJavaScriptNames } from './to-javascript-names.ts';

export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));
export const SOURCE: string = join(ROOT, 'src');

/**
 * Writes files of `src` as Node runs them without stripping types, which it does not do below `node_modules`: `.ts`
 * becomes `.js`, everything else stays. Paths are below `src` and `to`.
 */
export async function compile(paths: readonly string[], to: string): Promise<void> {
  await Promise.all(paths.map((path) => compileFile(path, to)));
}

async function compileFile(path: string, to: string): Promise<void> {
  const target = join(to, path);
  await mkdir(dirname(target), { recursive: true });
  if (/(?<!\.d)\.ts$/.test(path)) {
    const text = await readFile(join(SOURCE, path), 'utf8');
    const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'es2023' });
    await writeFile(target.replace(/\.ts$/, '.js'), toJavaScriptNames(code));
  } else if (/\.astro$|\.d\.ts$/.test(path)) {
    await writeFile(target, toJavaScriptNames(await readFile(join(SOURCE, path), 'utf8')));
  } else {
    await cp(join(SOURCE, path), target);
  }
}

/** Writes the declarations of entry points, and of all that they import, below `to`. @throws when types are wrong. */
export async function writeDeclarations(entries: readonly string[], to: string): Promise<void> {
  await mkdir(join(ROOT, '.witness'), { recursive: true });
  const work = await mkdtemp(join(ROOT, '.witness/types-'));
  try {
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        outDir: to,
        rootDir: SOURCE,
      },
      include: entries.map((path) => join(SOURCE, path)),
    };
    await writeFile(join(work, 'tsconfig.json'), JSON.stringify(config));
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    const { status } = spawnSync(process.execPath, [tsc, '-p', work], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) throw new Error('the declarations of the library could not be written');
  } finally {
    await rm(work, { recursive: true });
  }
  await keepImported(entries, to);
}

/**
 * Keeps the declarations that the entry points lead to, those that are written by hand among them, and takes away the
 * others: what only the code imports is no matter of those who use the types.
 */
async function keepImported(entries: readonly string[], to: string): Promise<void> {
  const found = new Set(entries.map((path) => path.replace(/\.ts$/, '.d.ts')));
  for (const path of found) {
    if (!existsSync(join(to, path))) await compile([path], to);
    const text = toJavaScriptNames(await readFile(join(to, path), 'utf8'));
    await writeFile(join(to, path), text);
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom |\bimport\()['"](\.{1,2}\/[^'"]*?)\.js['"]/g))
      found.add(join(dirname(path), `${specifier}.d.ts`));
  }
  const written = (await filesBelow(to)).filter((path) => path.endsWith('.d.ts') && !found.has(path));
  await Promise.all(written.map((path) => rm(join(to, path))));
}

/** Every file below a folder, as paths from it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
