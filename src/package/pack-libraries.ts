import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { compile, filesBelow, ROOT, SOURCE, writeDeclarations } from './compile.ts';
import { LIBRARIES, type Library } from './libraries.ts';

interface Manifest {
  version: string;
  license: string;
  repository: unknown;
  homepage: unknown;
  bugs: unknown;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { dependencies?: Record<string, string> }>;
};
const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** Writes the tarball of each library into a folder. */
export async function packLibraries(out: string): Promise<void> {
  await mkdir(join(ROOT, '.witness'), { recursive: true });
  for (const library of LIBRARIES) {
    const folder = await mkdtemp(join(ROOT, '.witness/pack-'));
    try {
      await writeLibrary(library, folder);
      npmPack(folder, out);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

/** @throws when npm says that it failed. */
export function npmPack(folder: string, out: string): void {
  const { status } = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm pack failed in ${folder}`);
}

async function writeLibrary(library: Library, folder: string): Promise<void> {
  const entries = Object.values(library.entries);
  const { paths, packages } = await reachable(entries);
  await compile(paths, join(folder, 'lib'));
  await writeDeclarations(entries, join(folder, 'lib'));
  const typed = await packagesOfTypes(join(folder, 'lib'));
  await cp(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'README.md'), readme(library));
  await writeFile(
    join(folder, 'package.json'),
    `${JSON.stringify(describe(library, packages, typed), null, 2)}\n`,
  );
}

/** The files that entry points run, and the packages that these import. */
async function reachable(entries: readonly string[]): Promise<{ paths: string[]; packages: string[] }> {
  const { metafile } = await build({
    entryPoints: entries.map((path) => join(SOURCE, path)),
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const inputs = Object.entries(metafile.inputs);
  const imported = inputs.flatMap(([, { imports }]) => imports.filter(({ external }) => external));
  return {
    paths: inputs.map(([path]) => relative(SOURCE, join(ROOT, path))),
    packages: packageNames(imported.map(({ path }) => path)),
  };
}

/** The packages that declarations import. */
async function packagesOfTypes(folder: string): Promise<string[]> {
  const files = (await filesBelow(folder)).filter((path) => path.endsWith('.d.ts'));
  const texts = await Promise.all(files.map((path) => readFile(join(folder, path), 'utf8')));
  return packageNames(
    texts.flatMap((text) =>
      [...text.matchAll(/\b(?:from|import\()\s*['"]([^'".][^'"]*)['"]/g)].map((found) => found[1] ?? ''),
    ),
  );
}

function packageNames(specifiers: readonly string[]): string[] {
  const names = specifiers
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(names)].sort();
}

function describe(library: Library, packages: readonly string[], typed: readonly string[]): object {
  const version = (name: string) => manifest.dependencies[name] ?? manifest.devDependencies[name];
  const needed: Record<string, string> = {};
  for (const name of new Set([...packages, ...typed])) {
    if (library.optional.some((peer) => peer === name || partsOf(peer).has(name))) continue;
    // A package that holds only types has them under a name of its own.
    const found = version(name) ? name : `@types/${name}`;
    const range = version(found);
    if (!range) throw new Error(`${library.name} imports ${name}, which package.json does not name`);
    needed[found] = range;
  }
  const peers = library.optional.flatMap((name) => {
    const range = version(name);
    return range ? [[name, range] as const] : [];
  });
  return {
    name: library.name,
    version: manifest.version,
    description: library.description,
    type: 'module',
    license: manifest.license,
    repository: manifest.repository,
    homepage: manifest.homepage,
    bugs: manifest.bugs,
    engines: { node: '>=20' },
    sideEffects: false,
    files: ['lib'],
    exports: {
      ...Object.fromEntries(Object.entries(library.entries).map(([name, path]) => [name, conditions(path)])),
      './package.json': './package.json',
    },
    dependencies: needed,
    ...(peers.length > 0 && {
      peerDependencies: Object.fromEntries(peers),
      peerDependenciesMeta: Object.fromEntries(peers.map(([name]) => [name, { optional: true }])),
    }),
  };
}

/** What comes with a package that its users bring themselves. */
function partsOf(name: string): ReadonlySet<string> {
  return new Set(Object.keys(lock.packages[`node_modules/${name}`]?.dependencies ?? {}));
}

function conditions(path: string): { types: string; default: string } {
  const stem = `./lib/${path.replace(/\.ts$/, '')}`;
  return { types: `${stem}.d.ts`, default: `${stem}.js` };
}

function readme({ name, description, entries, optional }: Library): string {
  const imports = Object.keys(entries).map((entry) => `- \`${name}${entry.slice(1)}\``);
  const wanted =
    optional.length > 0
      ? [
          '',
          `Install ${optional.map((one) => `\`${one}\``).join(' or ')} beside it where you use what needs it.`,
        ]
      : [];
  return [
    `# ${name}`,
    '',
    description,
    '',
    ...imports,
    ...wanted,
    '',
    'Part of Witness. Node 20 or later; types included.',
    '',
  ].join('\n');
}
