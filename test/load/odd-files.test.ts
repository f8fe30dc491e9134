import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent, loadNotes, loadPackages, WitLoader } from '../../src/load/index.ts';
import { check } from '../../src/wit/index.ts';
import { givenGroup } from './folder-group.ts';
import { canLosePermission, withoutPermission } from './without-permission.ts';

const NOTE = '# May 4 Meeting\n\n## Notes\n\n**Ada**: A word.\n';

describe('folders that hold odd things', () => {
  let root: string;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const link = (target: string, name: string) => symlinkSync(target, join(root, name));
  const load = async () =>
    loadContent(await givenGroup({ meetings: [join(root, 'notes')], wit: [join(root, 'wit')] }));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'witness-odd-'));
    write('notes/2031/GROUP-05-04.md', NOTE);
    write('wit/a/a.wit', 'package demo:a;\n\ninterface i {\n  f: func();\n}\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('reports a file that cannot be read and reads the others', async () => {
    link('gone.md', 'notes/2031/GROUP-05-05.md');
    mkdirSync(join(root, 'wit/b'));
    link('gone.wit', 'wit/b/b.wit');
    const { meetings, packages, problems } = await load();
    expect(meetings.map(({ date }) => date)).toEqual(['2031-05-04']);
    expect(packages.map((pkg) => pkg.package)).toEqual(['demo:a']);
    const unread = problems.filter(({ rule }) => rule === 'load/unreadable-file');
    expect(unread.map(({ path, severity }) => [path.slice(root.length), severity])).toEqual([
      ['/notes/2031/GROUP-05-05.md', 'error'],
      ['/wit/b/b.wit', 'error'],
    ]);
  });

  it.runIf(canLosePermission)('reports a folder that may not be entered and reads the others', async () => {
    write('notes/2032/GROUP-06-01.md', NOTE);
    write('wit/closed/c.wit', 'package demo:c;\n');
    write('wit/a/deps/d.wit', 'package demo:d;\n');
    const closed = ['notes/2032', 'wit/a/deps', 'wit/closed'].map((name) => join(root, name));
    const { notes, wit } = await withoutPermission(root, closed, async () => ({
      notes: await loadNotes([join(root, 'notes')], new Map()),
      wit: loadPackages([join(root, 'wit')]),
    }));
    expect(notes.meetings.map(({ date }) => date)).toEqual(['2031-05-04']);
    expect(wit.packages.map((pkg) => pkg.package)).toEqual(['demo:a']);
    const problems = [...notes.problems, ...wit.problems].filter(({ severity }) => severity === 'error');
    expect(problems.map(({ rule, path }) => [rule, path])).toEqual(
      closed.map((path) => ['load/unreadable-folder', path]),
    );
    expect(problems[0]?.message).toBe('the folder cannot be read: there is no permission');
    expect(problems[0]?.hint).toContain('chmod');
  });

  it('reports a file that is no text, at its first odd byte, and shows what can be read of it', async () => {
    writeFileSync(join(root, 'notes/2031/GROUP-05-05.md'), Buffer.from(`${NOTE}\nCaf\xe9\n`, 'latin1'));
    writeFileSync(join(root, 'notes/2031/GROUP-05-06.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]));
    const { meetings, problems, sources } = await load();
    expect(meetings).toHaveLength(3);
    expect(sources.get(join(root, 'notes/2031/GROUP-05-05.md'))).toContain('Caf\ufffd');
    const odd = problems.filter(({ rule }) => rule === 'load/not-text');
    expect(odd.map(({ path, line, column }) => [path.slice(-8), line, column])).toEqual([
      ['05-05.md', 7, 4],
      ['05-06.md', 1, 1],
    ]);
  });

  it.each([
    ['no table', '# Proposals\n\nSoon.\n'],
    ['a table below no phase', '| Proposal | Champion | Versions |\n| --- | --- | --- |\n| A | B | |\n'],
    ['bytes', '\0\0'],
  ])('reports a page of proposals that has %s', async (_, text) => {
    write('Proposals.md', text);
    const { problems, page } = await loadContent(
      await givenGroup({ meetings: [join(root, 'notes')], proposals: join(root, 'Proposals.md') }),
    );
    expect(page?.rows).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toContain('load/no-proposals');
  });

  it('reports dependencies that are not what their names say', () => {
    const problems = () => {
      const found = check(new WitLoader().load(join(root, 'wit/a')).groups).problems;
      return found.map(({ rule, path }) => `${path.slice(root.length)} ${rule}`);
    };
    link('gone', 'wit/a/deps');
    expect(problems()).toEqual([]);
    rmSync(join(root, 'wit/a/deps'));
    write('wit/a/deps', 'no folder');
    expect(problems()).toEqual(['/wit/a/deps load/unreadable-folder']);
    rmSync(join(root, 'wit/a/deps'));
    mkdirSync(join(root, 'wit/a/deps/empty'), { recursive: true });
    write('wit/a/deps/README.md', 'Nothing to see.');
    link('gone', 'wit/a/deps/link');
    expect(problems()).toEqual([
      '/wit/a/deps/empty wit/missing-package',
      '/wit/a/deps/link load/unreadable-file',
    ]);
  });

  it('takes a folder for a folder, whatever it is called', async () => {
    write('notes/2032.md/GROUP-06-01.md', NOTE.replace('May 4', 'June 1'));
    write('wit/c.wit/c.wit', 'package demo:c;\n');
    const { meetings, packages, problems } = await load();
    expect(meetings).toHaveLength(2);
    expect(packages.map((pkg) => pkg.package)).toEqual(['demo:a', 'demo:c']);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('follows links to folders, and not in a circle', async () => {
    write('elsewhere/2033/GROUP-07-01.md', NOTE.replace('May 4', 'July 1'));
    write('elsewhere/d/d.wit', 'package demo:d;\n');
    link('../elsewhere/2033', 'notes/2033');
    link('../elsewhere/d', 'wit/d');
    link('.', 'notes/again');
    link('.', 'wit/again');
    const { meetings, packages } = await load();
    expect(meetings.map(({ date }) => date)).toEqual(['2031-05-04', '2033-07-01']);
    expect(packages.map((pkg) => pkg.package)).toEqual(['demo:a', 'demo:d']);
  });

  it('reads the packages in folders beside files that lie about, and leaves out those without a name', async () => {
    write('wit/stray.wit', 'package demo:stray;\n\ninterface i {\n  f: func(\n}\n');
    write('wit/a/deps/e/e.wit', 'package demo:e;\n');
    write('wit/nameless/n.wit', 'interface i {}\n');
    write('wit/empty/n.wit', '');
    const { packages, problems } = await load();
    expect(packages.map((pkg) => pkg.package).sort()).toEqual(['demo:a', 'demo:e', 'demo:stray']);
    expect(problems.some(({ path, severity }) => path.endsWith('stray.wit') && severity === 'error')).toBe(
      true,
    );
  });

  it('says which folder is not there', async () => {
    await expect(givenGroup({ wit: [join(root, 'nowhere')] })).rejects.toThrow(
      /no file or folder ".*nowhere"/,
    );
  });
});
