import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Which modules each module may import; the order is the one of the architecture page. */
const MAY_IMPORT: Record<string, string[]> = {
  problem: [],
  nearest: [],
  'packed-text': [],
  schema: ['problem', 'nearest'],
  report: ['problem'],
  wit: ['problem', 'nearest'],
  meetings: ['problem', 'nearest', 'schema'],
  cache: ['problem'],
  'cache-suite': ['problem', 'cache'],
  tracker: ['problem', 'nearest', 'schema', 'wit', 'meetings', 'cache'],
  examples: ['problem', 'packed-text', 'schema', 'wit', 'meetings', 'cache'],
  runtime: ['wit', 'cache'],
  conformance: ['problem', 'wit'],
  load: ['problem', 'schema', 'wit', 'meetings', 'cache', 'tracker', 'examples', 'conformance'],
  site: [
    'problem',
    'nearest',
    'packed-text',
    'schema',
    'report',
    'wit',
    'meetings',
    'cache',
    'tracker',
    'examples',
    'load',
    'cache-suite',
    'conformance',
  ],
  cli: [
    'nearest',
    'problem',
    'schema',
    'report',
    'wit',
    'meetings',
    'cache',
    'tracker',
    'examples',
    'load',
    'site',
    'cache-suite',
    'runtime',
    'conformance',
  ],
  package: ['cli'],
};

/** Besides `index.ts`, the entry points of a module, each with its reason. */
const ENTRY_POINTS: Record<string, string> = {
  'cache/node.ts': 'the stores that need Node; index.ts stays fit for a browser',
  'tracker/browser.ts': 'what the date slider needs, without the parsers of index.ts',
  'tracker/schemas.ts': 'the schemas, for whoever publishes them',
  'meetings/schemas.ts': 'the same of the notes and the files beside them',
  'examples/authored.ts': 'the same of the examples',
  'tracker/first-release.ts': 'one word that pages need before the tracker is asked for anything',
  'examples/node.ts': 'what builds and runs examples in Node; index.ts stays fit for a browser',
  'examples/panel/index.ts': 'the element in the page',
  'conformance/node.ts': 'what starts programs; index.ts reads and judges',
  'cli/main.ts': 'the program itself, which the installed command starts',
};

/** What tries a module may look inside it. */
const MAY_LOOK_INSIDE: Record<string, string[]> = { 'cache-suite': ['cache'] };

/** The modules, or parts of modules, that may touch files, network, processes. */
const MAY_TOUCH_THE_WORLD = [
  /^cli\//,
  /^load\//,
  /^site\//,
  /^package\//,
  /^cache\/(backends|node)/,
  /^cache-suite\//,
  /^runtime\//,
  /^conformance\/(executor|preview1)/,
  /^examples\/(?!panel|worker)/,
];

/** Modules that are given the time and read no clock. */
const CLOCKLESS = [/^wit\//, /^meetings\//, /^tracker\//, /^cache\/(?!backends)/];

interface Import {
  file: string;
  target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|astro|mjs)$/.test(file),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const imports: Import[] = [...texts].flatMap(([file, text]) =>
  [
    ...text.matchAll(
      /(?:^|[;\n])\s*(?:import|export)\b[^'";]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? '',
  })),
);

describe('the import rules of the architecture page', () => {
  it('reads import lines', () => {
    expect(imports).toContainEqual({ file: 'report/text.ts', target: '../problem.ts' });
  });

  it('lets modules import only from modules below them', () => {
    const broken = internal().filter(({ from, to }) => from !== to && !MAY_IMPORT[from]?.includes(to));
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('imports a module through its index.ts', () => {
    const broken = internal().filter(
      ({ from, to, path }) =>
        from !== to &&
        path.includes('/') &&
        !MAY_LOOK_INSIDE[from]?.includes(to) &&
        path !== `${to}/index.ts` &&
        !(path in ENTRY_POINTS),
    );
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('keeps astro in the site', () => {
    const broken = imports.filter(
      ({ file, target }) => /^astro[:/]/.test(target) && !file.startsWith('site/'),
    );
    expect(broken).toEqual([]);
  });

  it('keeps files, network and processes out of the pure modules', () => {
    const broken = imports.filter(
      ({ file, target }) =>
        target.startsWith('node:') && !MAY_TOUCH_THE_WORLD.some((part) => part.test(file)),
    );
    expect(broken).toEqual([]);
  });

  it('reads no clock where time is passed in', () => {
    const broken = [...texts].filter(
      ([file, text]) =>
        CLOCKLESS.some((part) => part.test(file)) &&
        /\bDate\.now\(|new Date\(\)|performance\.now\(/.test(text),
    );
    expect(broken.map(([file]) => file)).toEqual([]);
  });

  it('knows every module', () => {
    expect([...new Set(files.map(moduleOf))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });
});

function internal() {
  return imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => {
      const path = relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/');
      return { file, from: moduleOf(file), to: moduleOf(path), path };
    })
    .filter(({ path }) => !path.startsWith('..'));
}

function moduleOf(path: string): string {
  return (path.split(/[/\\]/)[0] ?? '').replace(/\.(ts|mjs|astro)$/, '');
}

function describeImport({ file, path }: { file: string; path: string }): string {
  return `${file} imports ${path}`;
}
