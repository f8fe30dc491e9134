import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { builtPages } from './pages.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LONG = 600_000;
const PACKED = [
  'src',
  'content',
  'wit',
  'runnable-examples',
  'package.json',
  'tsconfig.json',
  'tsconfig.library.json',
];

const NOTES = (day: string, vote: string) => `# Meeting of ${day}

## Attendees
- Ada Example
- Bo Sample

## Notes
### ${vote}
**Ada Example**: I would like to see \`list<u8>\` in example-store.

**Bo Sample**: So would I.
`;

const WIT = `package example:store@0.1.0;

/// Keeps what it is given.
interface store {
  /// What was kept under a key.
  get: func(key: string) -> option<list<u8>>;
}

world client {
  import store;
}
`;

const STARLIGHT = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { witReference } from 'witness/starlight';

export default defineConfig({
  integrations: [starlight({ title: 'Ours', plugins: [witReference({ wit: ['releases'] })] })],
});
`;

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const LIBRARY = `import { cacheHost, memory, manualClock } from 'witness/cache';
import { sqlite } from 'witness/cache/node';
import { parseMeeting, remarkMeeting, type Meeting } from 'witness/meetings';
import { parse } from 'witness/wit';

const host = cacheHost({ backend: memory({ clock: manualClock(0) }) });
await host.close();
const meeting: Meeting = parseMeeting({ path: '2031/GROUP-02-03.md', text: '## Notes' });
const interfaces: string[] = Object.keys(host.imports);
console.log(JSON.stringify({
  date: meeting.date,
  cache: interfaces.includes('wasi:keyvalue/cache'),
  problems: parse({ path: 'a.wit', text: 'package a:b;' }).problems,
  functions: [typeof sqlite, typeof remarkMeeting],
}));
`;

const NEWER_WIT = WIT.replace('0.1.0', '0.2.0').replace(
  '\n}\n\nworld',
  '\n  /// Whether there is something.\n  has: func(key: string) -> bool;\n}\n\nworld',
);

/** A folder that knows nothing of the checkout, with the tarball installed in it. */
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-package-'));
  const tarball = await pack(folder);
  // Astro looks here for what has to be bundled.
  const manifest = { type: 'module', dependencies: { '@astrojs/starlight': '*' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const install = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball];
  await succeed('npm', install);
}, LONG);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the installed package', () => {
  it(
    'builds a site over notes and WIT',
    async () => {
      await put('notes/2031/GROUP-02-03.md', NOTES('3 February', 'What to keep'));
      await put('notes/2031/GROUP-02-17.md', NOTES('17 February', 'How long to keep it'));
      await put('wit/example_store@0.1.0/store.wit', WIT);
      const built = await witness('build', '--meetings', 'notes', '--wit', 'wit', '--out', 'out');
      expect(built).toMatchObject({ code: 0, stdout: '' });
      expect(await page('meetings/2031-02-17')).toContain('list&#x3C;u8>');
      expect(await page('meetings')).toContain('2031-02-03');
      expect(await page('wit/example/store/0.1.0')).toContain('Keeps what it is given.');
      const assets = await readdir(join(folder, 'out/_astro'));
      for (const kind of ['.css', '.js'])
        expect(assets.filter((name) => name.endsWith(kind))).not.toEqual([]);
    },
    LONG,
  );

  it(
    'runs a file in its sandbox, and an example that is a component',
    async () => {
      await put('sum.js', "print('the sum is', 1 + 1);");
      const ran = await witness('examples', 'run', '--source', 'sum.js', '--host', 'memory', '--json');
      expect(ran).toMatchObject({ code: 0 });
      expect(JSON.parse(ran.stdout)).toMatchObject([{ id: 'source', ok: true, output: 'the sum is 2' }]);
      const own = await witness('examples', 'run', 'http-proxy', '--host', 'memory', '--json');
      expect(own).toMatchObject({ code: 0 });
      expect(JSON.parse(own.stdout)).toMatchObject([{ id: 'http-proxy', ok: true }]);
    },
    LONG,
  );

  it('reports what it is given by the path that was given', async () => {
    await put('broken/broken.wit', 'package example:broken;\ninterface {}\n');
    const checked = await witness('wit', 'check', 'broken', '--format', 'github');
    expect(checked.code).toBe(1);
    expect(checked.stdout + checked.stderr).toContain('::error file=broken/broken.wit,line=2');
  });

  it(
    'puts the reference into a Starlight site',
    async () => {
      await put('astro.config.mjs', STARLIGHT);
      await put('src/content.config.ts', COLLECTIONS);
      await put('src/content/docs/index.md', '---\ntitle: Ours\n---\n\n[WIT](/wit/)\n');
      await put('releases/example_store@0.1.0/store.wit', WIT);
      await put('releases/example_store@0.2.0/store.wit', NEWER_WIT);
      const astro = join(folder, 'node_modules/astro/bin/astro.mjs');
      await succeed(process.execPath, [astro, 'build', '--outDir', 'starlight']);
      const dir = join(folder, 'starlight');
      const store = await readFile(join(dir, 'wit/example/store/0.2.0/store/index.html'), 'utf8');
      expect(store).toContain('<title>example:store/store 0.2.0 | Ours</title>');
      expect(store).toContain('added in 0.2.0');
      expect(store).toContain('<a href="/wit/example/store/0.2.0/client/" rel="next"');
      const pages = await builtPages(dir);
      expect(brokenLinks(dir, pages).filter((link) => !link.endsWith('/favicon.svg'))).toEqual([]);
    },
    LONG,
  );

  it(
    'offers its parts as a library, with types',
    async () => {
      await put('library.ts', LIBRARY);
      await put(
        'tsconfig.json',
        JSON.stringify({
          compilerOptions: {
            strict: true,
            noEmit: true,
            target: 'es2024',
            lib: ['es2024', 'esnext.iterator', 'dom'],
            module: 'nodenext',
            skipLibCheck: true,
            types: [],
          },
          files: ['library.ts'],
        }),
      );
      const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
      expect(await run(process.execPath, [tsc, '-p', folder])).toMatchObject({ code: 0, stdout: '' });
      const { code, stdout } = await run(process.execPath, ['library.ts']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        date: '2031-02-03',
        cache: true,
        problems: [],
        functions: ['function', 'function'],
      });
    },
    LONG,
  );
});

/** Packs a copy, so that the `lib` of the checkout stays as it is; the copy stands where the packages are found. */
async function pack(to: string): Promise<string> {
  await mkdir(join(ROOT, '.witness'), { recursive: true });
  const copy = await mkdtemp(join(ROOT, '.witness/pack-'));
  try {
    for (const name of PACKED) await cp(join(ROOT, name), join(copy, name), { recursive: true });
    await succeed('npm', ['pack', '--pack-destination', to], copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  const tarball = (await readdir(to)).find((name) => name.endsWith('.tgz'));
  return join(to, tarball ?? 'no tarball');
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function page(path: string): Promise<string> {
  return readFile(join(folder, 'out', path, 'index.html'), 'utf8');
}

function witness(...args: string[]) {
  return run(process.execPath, [join(folder, 'node_modules/.bin/witness'), ...args]);
}

async function succeed(command: string, args: string[], cwd = folder): Promise<void> {
  const { code, stdout, stderr } = await run(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}:\n${stdout}${stderr}`);
}

function run(command: string, args: string[], cwd = folder) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done, fail) => {
    // Without the variables of the npm that runs the tests, which would name this project.
    const own = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/.test(name)),
    );
    const child = spawn(command, args, {
      cwd,
      env: { ...own, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const outcome = { code: null as number | null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      outcome.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      outcome.stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ ...outcome, code }));
  });
}
