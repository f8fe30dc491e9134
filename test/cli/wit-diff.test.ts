import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'witness-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

function witness(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'wit', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const OLD = file(
  'old.wit',
  'package a:b@1.0.0;\ninterface i {\n  f: func();\n  g: func();\n}\nworld w { import i; }\n',
);
const NEW = file('new.wit', 'package a:b@1.1.0;\ninterface i {\n  f: func();\n}\nworld w { import i; }\n');

describe('witness wit diff', () => {
  it('says what breaks, for people, and exits with 1', () => {
    const { status, stdout } = witness('diff', OLD, NEW);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^breaking: a guest built for the old version/);
    expect(stdout).toContain(`a:b/i.g  [function-removed]  ${OLD}:4:3`);
  });

  it('prints one JSON object for programs', () => {
    const { status, stdout, stderr } = witness('diff', OLD, NEW, '--json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const { findings, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      perspective: 'guest',
      verdict: 'breaking',
      summary: '`a:b/i.g` removed',
      versionOnly: false,
      docsChanged: false,
      renamed: [],
    });
    expect(findings[0]).toMatchObject({
      rule: 'function-removed',
      severity: 'breaking',
      item: 'a:b/i.g',
      old: { path: OLD, line: 4, column: 3 },
      new: null,
    });
  });

  it('marks lines of the new version; what is gone, where it was taken out', () => {
    const { stdout } = witness('diff', OLD, NEW, '--format', 'github');
    expect(stdout).toContain(`::error file=${NEW},line=2,`);
    expect(stdout).toContain('title=wit/function-removed::a:b/i.g: ');
    expect(stdout).not.toContain(OLD);
  });

  it('exits with 0 where nothing breaks', () => {
    expect(witness('diff', OLD, OLD)).toMatchObject({ status: 0, stderr: '' });
    expect(witness('diff', OLD, NEW, '--perspective', 'host').status).toBe(0);
  });

  it('looks foreign packages up, for each side in its own folder', () => {
    const uses = 'package a:c@1.0.0;\ninterface j {\n  use x:dep/types@1.0.0.{t};\n  f: func(v: t);\n}\n';
    const path = file('uses.wit', uses);
    file('deps-old/dep/types.wit', 'package x:dep@1.0.0;\ninterface types {\n  type t = u32;\n}\n');
    file('deps-new/dep/types.wit', 'package x:dep@1.0.0;\ninterface types {\n  type t = u64;\n}\n');
    const flags = ['--deps-old', join(folder, 'deps-old'), '--deps-new', join(folder, 'deps-new'), '--json'];
    const { status, stdout } = witness('diff', path, path, ...flags);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ severity: 'breaking', item: 'a:c/j.t' });
    expect(witness('diff', path, path).stderr).toContain('x:dep');
  });

  it.each([
    ['one path only', [OLD]],
    ['an unknown perspective', [OLD, NEW, '--perspective', 'moon']],
    ['an unknown world', [OLD, NEW, '--world', 'nowhere']],
    ['a path that is not there', [OLD, join(folder, 'gone.wit')]],
  ])('answers %s with 2', (_, args) => {
    expect(witness('diff', ...args)).toMatchObject({ status: 2, stdout: '' });
  });

  it('does not compare what it cannot read', () => {
    const broken = file('broken.wit', 'package a:b@1.0.0;\ninterface i {\n  f func();\n}\n');
    const { status, stdout, stderr } = witness('diff', OLD, broken);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`${broken}:3:5`);
  });
});

describe('witness wit history', () => {
  const releases = join(folder, 'releases');
  file(
    'releases/a_b@1.0.0/b.wit',
    'package a:b@1.0.0;\ninterface i {\n  record r { a: u8 }\n  @unstable(feature = x)\n  f: func(v: r);\n}\n',
  );
  file(
    'releases/a_b@1.1.0/b.wit',
    'package a:b@1.1.0;\ninterface i {\n  record r { a: u8, b: u8 }\n  @since(version = 1.1.0)\n  f: func(v: r);\n}\n',
  );
  file(
    'releases/a_b@1.2.0/b.wit',
    'package a:b@1.2.0;\ninterface i {\n  @since(version = 1.1.0)\n  @deprecated(version = 1.2.0)\n  f: func(v: u8);\n}\n',
  );

  it('tells each item’s life by release', () => {
    const { status, stdout } = witness('history', releases, '--json');
    expect(status).toBe(0);
    const [{ package: name, releases: versions, items }] = JSON.parse(stdout);
    expect([name, versions]).toEqual(['a:b', ['1.0.0', '1.1.0', '1.2.0']]);
    const life = (address: string) =>
      items
        .find(({ item }: { item: string }) => item === address)
        .events.map(({ release, event }: { release: string; event: string }) => `${release} ${event}`);
    expect(life('a:b/i.f')).toEqual([
      '1.0.0 added',
      '1.0.0 gated',
      '1.1.0 stabilised',
      '1.2.0 deprecated',
      '1.2.0 changed',
    ]);
    expect(life('a:b/i.r')).toEqual(['1.0.0 added', '1.1.0 changed', '1.2.0 removed']);
    expect(life('a:b/i.r.b')).toEqual(['1.1.0 added', '1.2.0 removed']);
  });

  it('leaves out what has errors, and says so', () => {
    file('mixed/a_b@1.0.0/b.wit', 'package a:b@1.0.0;\ninterface i {}\n');
    file('mixed/a_b@2.0.0/b.wit', 'package a:b@2.0.0;\ninterface i {\n');
    const { status, stdout, stderr } = witness('history', join(folder, 'mixed'), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)[0].releases).toEqual(['1.0.0']);
    expect(stderr).toContain('left out: 1 file');
  });
});
