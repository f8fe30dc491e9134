import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Which rooms each room may enter; the order is the one of the architecture page. */
const MAY_IMPORT: Record<string, string[]> = {
  problem: [],
  report: ['problem'],
  wit: ['problem'],
  meetings: ['problem'],
  cache: ['problem'],
  tracker: ['problem', 'wit', 'meetings', 'cache'],
  examples: ['problem', 'wit', 'meetings', 'cache'],
  load: ['problem', 'wit', 'meetings', 'cache', 'tracker', 'examples'],
  site: ['problem', 'report', 'wit', 'meetings', 'cache', 'tracker', 'examples', 'load'],
  cli: ['problem', 'report', 'wit', 'meetings', 'cache', 'tracker', 'examples', 'load', 'site'],
  package: ['cli'],
};

/** Besides `index.ts`, doors through which a room may be entered, each with its reason. */
const DOORS: Record<string, string> = {
  'wit/nearest.ts': 'what the search page needs, without the language',
  'cache/node.ts': 'the stores that need Node; index.ts stays fit for a browser',
  'tracker/browser.ts': 'what the date slider needs, without the parsers of index.ts',
  'tracker/first-release.ts': 'one word that pages need before the tracker is asked for anything',
  'examples/node.ts': 'what builds and runs examples in Node; index.ts stays fit for a browser',
  'examples/panel/index.ts': 'the element in the page',
  'cli/main.ts': 'the program itself, which the installed command starts',
};

/** The rooms, or parts of rooms, that may touch files, network, processes. */
const MAY_TOUCH_THE_WORLD = [
  /^cli\//,
  /^load\//,
  /^site\//,
  /^package\//,
  /^cache\/(backends|history|faults|node)/,
  /^examples\/(?!panel|worker)/,
];

/** Rooms that are given the time and read no clock. */
const CLOCKLESS = [/^wit\//, /^meetings\//, /^tracker\//, /^cache\/(?!backends|faults|history)/];

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

  it('lets rooms import only from rooms below them', () => {
    const broken = internal().filter(({ from, to }) => from !== to && !MAY_IMPORT[from]?.includes(to));
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('enters a room through its index.ts', () => {
    const broken = internal().filter(
      ({ from, to, path }) =>
        from !== to && to !== 'problem' && path !== `${to}/index.ts` && !(path in DOORS),
    );
    expect(broken.map(describeImport)).toEqual([]);
  });

  it('keeps astro in the site', () => {
    const broken = imports.filter(
      ({ file, target }) => /^astro[:/]/.test(target) && !file.startsWith('site/'),
    );
    expect(broken).toEqual([]);
  });

  it('keeps files, network and processes out of the pure rooms', () => {
    const broken = imports.filter(
      ({ file, target }) =>
        target.startsWith('node:') && !MAY_TOUCH_THE_WORLD.some((room) => room.test(file)),
    );
    expect(broken).toEqual([]);
  });

  it('reads no clock where time is passed in', () => {
    const broken = [...texts].filter(
      ([file, text]) =>
        CLOCKLESS.some((room) => room.test(file)) &&
        /\bDate\.now\(|new Date\(\)|performance\.now\(/.test(text),
    );
    expect(broken.map(([file]) => file)).toEqual([]);
  });

  it('knows every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });
});

function internal() {
  return imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => {
      const path = relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/');
      return { file, from: roomOf(file), to: roomOf(path), path };
    })
    .filter(({ path }) => !path.startsWith('..'));
}

function roomOf(path: string): string {
  return (path.split(/[/\\]/)[0] ?? '').replace(/\.(ts|mjs|astro)$/, '');
}

function describeImport({ file, path }: { file: string; path: string }): string {
  return `${file} imports ${path}`;
}
