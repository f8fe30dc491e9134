import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadContent, readGroup } from '../../src/load/index.ts';
import { listedOn } from '../../src/tracker/index.ts';
import { GitFolder } from './git-folder.ts';

const wit = (name: string, version: string, body = '') =>
  `package demo:${name}@${version};\n\ninterface i {${body}}\n`;
const page = (...rows: [phase: number, name: string, champion: string][]) =>
  [0, 1, 2]
    .map((phase) => {
      const own = rows
        .filter(([one]) => one === phase)
        .map(([, name, champion]) => `| ${name} | ${champion} | |\n`);
      return `### Phase ${phase}\n\n| Proposal | Champion | Versions |\n| --- | --- | --- |\n${own.join('')}\n`;
    })
    .join('');

let upstream: GitFolder;
let bare: string;
let root: string;

beforeAll(() => {
  upstream = new GitFolder()
    .commit('2031-01-05', 'Begin (#1)', {
      'Proposals.md': page([1, 'Alpha', 'Ada Ray']),
      'notes/2031/GROUP-01-04.md': '# January 4 Meeting\n\n## Notes\n\n**Ada Ray**: Old words.\n',
      'old/a/a.wit': wit('a', '0.1.0'),
      'old/b/b.wit': wit('b', '0.1.0'),
    })
    .tag('v0.1.0')
    .commit('2031-02-05', 'Merge pull request #2 from ada/alpha', {
      'Proposals.md': null,
      'docs/Proposals.md': page([2, 'Alpha', 'Ada Ray and Ben Ody'], [0, 'Beta', 'Cy']),
      'old/a/a.wit': null,
      'old/b/b.wit': null,
      'proposals/a/wit/a.wit': wit('a', '0.2.0'),
      'proposals/b/wit/b.wit': wit('b', '0.1.0', ' f: func(); '),
      'proposals/b/wit/deps/a/a.wit': wit('a', '0.2.0'),
    })
    .tag('v0.2.0')
    .commit('2031-03-05', 'Take Beta off', { 'docs/Proposals.md': page([2, 'Alpha', 'Ada Ray and Ben Ody']) })
    .tag('other');
  bare = upstream.bare();
});
afterAll(() => upstream.remove());

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'witness-group-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The group that a `witness.yml` describes, with the repository above as its source `up`. */
function described(lines: string, path = bare) {
  writeFileSync(join(root, 'witness.yml'), lines);
  return readGroup({ config: join(root, 'witness.yml'), sources: new Map([['up', path]]) });
}

const DESCRIPTION = `name: Demo Group
meetings: ["up:notes"]
wit: ["up@v*:old", "up@v*:proposals/*/wit"]
proposals: up:docs/Proposals.md
`;

describe('a group in a bare repository', () => {
  it('has the notes of its main commit and the packages of every tag, each version once', async () => {
    const loaded = await loadContent(await described(DESCRIPTION));
    expect(loaded.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(loaded.meetings.map(({ date, path }) => [date, path])).toEqual([
      ['2031-01-04', 'up:notes/2031/GROUP-01-04.md'],
    ]);
    expect(loaded.packages.map(({ package: id, source }) => `${id} ${source.path}`).sort()).toEqual([
      'demo:a@0.1.0 up@v0.1.0:old/a/a.wit',
      'demo:a@0.2.0 up@v0.2.0:proposals/a/wit/a.wit',
      'demo:b@0.1.0 up@v0.2.0:proposals/b/wit/b.wit',
    ]);
  });

  it('takes a package that differs from tag to tag from the newest, and tells', async () => {
    const { problems } = await loadContent(await described(DESCRIPTION));
    expect(problems.filter(({ rule }) => rule === 'load/package-differs')).toMatchObject([
      { severity: 'info', path: 'up@v0.1.0:old/b/b.wit', message: expect.stringContaining('v0.2.0 counts') },
    ]);
  });

  it('knows what the page said when, wherever the page lay', async () => {
    const { page: listed } = await loadContent(await described(DESCRIPTION));
    const of = (id: string) => listed?.history?.find(({ proposal }) => proposal === id)?.listings ?? [];
    expect(
      of('alpha').map(({ date, pullRequest, phase, champions }) => [date, pullRequest, phase, champions]),
    ).toEqual([
      ['2031-01-05', 1, 1, ['Ada Ray']],
      ['2031-02-05', 2, 2, ['Ada Ray', 'Ben Ody']],
    ]);
    expect(of('beta').map(({ date, phase }) => [date, phase])).toEqual([
      ['2031-02-05', 0],
      ['2031-03-05', null],
    ]);
    const alpha = { proposal: 'alpha', listings: of('alpha') };
    expect(listedOn(alpha, '2031-02-04')).toMatchObject({ phase: 1, since: '2031-01-05', pullRequest: 1 });
    expect(listedOn({ proposal: 'beta', listings: of('beta') }, '2031-04-01')).toBeNull();
    expect(listedOn(alpha, '2030-12-31')).toBeNull();
  });

  it('reads the files of a checkout as they stand in its folder', async () => {
    const group = await described(DESCRIPTION, upstream.path);
    expect(group.problems).toEqual([]);
    const { meetings, page: listed } = await loadContent(group);
    expect(meetings.map(({ path }) => path)).toEqual([join(upstream.path, 'notes/2031/GROUP-01-04.md')]);
    expect(listed?.history).toHaveLength(2);
  });
});

describe('what is wrong with witness.yml', () => {
  it.each([
    ['an unknown key', 'meeting: [up:notes]', '1:1', 'meetings'],
    ['a path that leads nowhere', 'wit:\n  - gone', '2:5', 'leads nowhere'],
    ['a path that leads nowhere in a source', 'meetings:\n  - up:gone', '2:5', 'leads nowhere'],
    ['a path that leads out of its source', 'meetings: [up:../x]', '1:12', 'inside its source'],
    ['an absolute path', 'meetings: [/etc]', '1:12', 'relative to this file'],
    ['a source without a name', 'meetings: [upp:notes]', '1:12', 'up'],
    ['a pattern that no tag is like', 'wit: ["up@w*:old"]', '1:7', 'v0.2.0'],
    ['a pattern that is in no tag', 'wit: ["up@v*:new/*/wit"]', '1:7', 'in the tags "v*"'],
    ['an address that is an option', 'sources: { xy: "--upload-pack=touch x" }', '1:16', 'address of a git'],
    ['an address that runs a program', 'sources: { xy: "ext::sh -c x" }', '1:16', 'address of a git'],
    ['a list that is none', 'meetings: up:notes', '1:11', 'a list'],
  ])('%s has its place', async (_, lines, place, words) => {
    const { problems } = await described(`${lines}\n`);
    expect(problems).toMatchObject([{ severity: 'error', path: join(root, 'witness.yml') }]);
    const [{ line, column, message, hint } = { line: 0, column: 0, message: '', hint: '' }] = problems;
    expect(`${line}:${column}`).toBe(place);
    expect(`${message} ${hint}`).toContain(words);
  });

  it('a source that was not fetched is named, with what to do', async () => {
    writeFileSync(
      join(root, 'witness.yml'),
      'meetings: [far:notes]\nsources:\n  far: https://example.org/far\n',
    );
    const { problems } = await readGroup({ config: join(root, 'witness.yml') });
    expect(problems).toMatchObject([{ rule: 'group/source-not-fetched', line: 1, column: 12 }]);
    expect(problems[0]?.hint).toContain('witness fetch far');
  });

  it('a shallow source cannot have all tags', async () => {
    const shallow = new GitFolder();
    shallow.remove();
    const copy = upstream.git('clone', '--quiet', '--depth=1', `file://${upstream.path}`, shallow.path);
    const { problems } = await described(`${copy}wit: ["up@*:proposals"]\n`, shallow.path);
    shallow.remove();
    expect(problems).toMatchObject([{ line: 1, column: 7, message: expect.stringContaining('shallow') }]);
  });

  it('a link in a source that leads out of it is no path', async () => {
    const source = join(root, 'source');
    mkdirSync(source);
    symlinkSync('..', join(source, 'out'));
    const { problems } = await described('meetings: [up:out]\n', source);
    expect(problems).toMatchObject([{ message: expect.stringContaining('out of its source') }]);
  });
});

describe('flags', () => {
  const file = () => join(root, 'witness.yml');

  it('start an empty group for a site, when no file is named', async () => {
    mkdirSync(join(root, 'notes'));
    const group = await readGroup({ meetings: [join(root, 'notes')], isSite: true });
    expect(group).toMatchObject({ name: null, isOwn: false, wit: [], content: null, proposals: null });
  });

  it('take the place of their own key alone, when a file is named', async () => {
    await described(DESCRIPTION);
    mkdirSync(join(root, 'notes'));
    const sources = new Map([['up', bare]]);
    const group = await readGroup({ config: file(), sources, meetings: [join(root, 'notes')], isSite: true });
    expect(group.meetings).toEqual([join(root, 'notes')]);
    expect(group.wit).toHaveLength(2);
    expect(group.name).toBe('Demo Group');
  });
});

describe('patterns on disk', () => {
  it('match folders by name', async () => {
    for (const name of ['a', 'b']) {
      mkdirSync(join(root, 'proposals', name, 'wit'), { recursive: true });
      writeFileSync(join(root, 'proposals', name, 'wit/x.wit'), wit(name, '1.0.0'));
    }
    const { packages } = await loadContent(await described('wit: ["proposals/*/wit"]\n'));
    expect(packages.map(({ package: id }) => id)).toEqual(['demo:a@1.0.0', 'demo:b@1.0.0']);
  });
});
