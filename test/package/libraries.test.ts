import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../src/package/libraries.ts';
import { packLibraries } from '../../src/package/pack-libraries.ts';

const PROGRAM = `import { check, compare, describe, parse, print, resolve, toJson } from 'witness-wit';
import { cacheHost, manualClock, memory, noop, weakest } from 'witness-cache';
import { sqlite } from 'witness-cache/node';
import { parseMeeting } from 'witness-meetings';

let store = 'opened';
try {
  await sqlite({ path: 'cache.db' }).close?.();
} catch (error) {
  store = error.message;
}
const wit = parse({ path: 'a.wit', text: 'package a:b; interface c { d: func() -> u32; }' });
const read = resolve([[wit.value]]);
const host = cacheHost({ backend: memory({ clock: manualClock(0) }) });
const cache = Object.keys(host.imports).includes('wasi:keyvalue/cache');
await host.close();
console.log(JSON.stringify({
  problems: wit.problems,
  functions: [check, compare, describe, print, resolve, toJson, noop, weakest].map((each) => typeof each),
  cache,
  date: parseMeeting({ path: '2031/GROUP-02-03.md', text: '## Notes' }).date,
  read: read !== undefined,
  store: process.getBuiltinModule?.('node:sqlite') ? store === 'opened' : store.includes('needs Node 22'),
}));
`;

const TYPED = `import { cacheHost, memory } from 'witness-cache';
import { parse } from 'witness-wit';

export const imports: object = cacheHost({ backend: memory({ maxEntries: 10 }) }).imports;
export const problems: readonly { line: number }[] = parse({ path: 'a.wit', text: '' }).problems;
`;

/** A folder that knows nothing of the checkout, with the libraries installed in it. */
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'witness-libraries-'));
  await packLibraries(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const install = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', [...install, ...tarballs], {
    cwd: folder,
    encoding: 'utf8',
    // Without the variables of the npm that runs the tests, which would name this project.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/.test(name))),
  });
  if (status !== 0) throw new Error(stderr);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the libraries, installed', () => {
  it.each(nodes())('run on Node %s', (_version, node) => {
    writeFileSync(join(folder, 'program.js'), PROGRAM);
    const { stdout, stderr } = spawnSync(node, ['program.js'], { cwd: folder, encoding: 'utf8' });
    expect(stderr).not.toContain('Error');
    expect(JSON.parse(stdout)).toEqual({
      problems: [],
      functions: Array(8).fill('function'),
      cache: true,
      date: '2031-02-03',
      read: true,
      store: true,
    });
  });

  it('have whole types', () => {
    writeFileSync(join(folder, 'typed.ts'), TYPED);
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--lib',
      'es2022,dom,esnext.disposable',
      '--skipLibCheck',
      'false',
    ];
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, 'typed.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('bring no more than they need', () => {
    const installed = join(folder, 'node_modules');
    expect(existing(installed, ['astro', 'vite', 'redis', '@bytecodealliance'])).toEqual([]);
    for (const { name } of LIBRARIES) expect(size(join(installed, name))).toBeLessThan(1_000_000);
    expect(size(join(installed, 'witness-cache')) + size(join(installed, 'lru-cache'))).toBeLessThan(
      15_000_000,
    );
  });
});

/** Every Node on the path, by its version: the one that runs the tests, and perhaps the system's. */
function nodes(): [version: string, path: string][] {
  const paths = (process.env.PATH ?? '').split(delimiter).map((part) => join(part, 'node'));
  const found = [process.execPath, ...paths].flatMap((path): [string, string][] => {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    return status === 0 && Number(/\d+/.exec(stdout)?.[0]) >= 20 ? [[stdout.trim(), path]] : [];
  });
  return [...new Map(found)];
}

function existing(parent: string, names: readonly string[]): string[] {
  const there = new Set(readdirSync(parent));
  return names.filter((name) => there.has(name));
}

/** The bytes of all files below a folder. */
function size(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
