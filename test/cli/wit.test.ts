import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'witness-cli-wit-'));
  const files = {
    'good/i.wit':
      'package a:good;\n\ninterface i {\n  use a:dep/types@1.0.0.{t};\n  @unstable(feature = x)\n  f: func() -> t;\n}\n',
    'deps/a_dep@1.0.0/types.wit': 'package a:dep@1.0.0;\ninterface types { type t = u32; }\n',
    'deps/a_dep@2.0.0/types.wit': 'package a:dep@2.0.0;\ninterface types {}\n',
    'bad.wit': 'package a:bad;\n\ninterface i {\n  type t = strng;\n  f: func() -> u33\n}\n',
    'warned.wit': 'package a:warned@1.0.0;\n\n@since(version = 1.0.0)\ninterface i {\n  f: func();\n}\n',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs `witness wit ..` in the folder of the test's files. */
function wit(...args: string[]) {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'wit', ...args], {
    encoding: 'utf8',
    cwd: dir,
  });
  return { status, stdout, stderr };
}

describe('witness wit json', () => {
  it('resolves a package, its dependencies found by name and version', () => {
    const { status, stdout, stderr } = wit('json', 'good', '--deps', 'deps');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const json = JSON.parse(stdout);
    expect(json.packages.map(({ name }: { name: string }) => name)).toEqual(['a:dep@1.0.0', 'a:good']);
    expect(json.interfaces[1].functions).toEqual({});
  });

  it.each([['--features', 'y,x'], ['--all-features']])('switches features on: %s', (...flags) => {
    const { stdout } = wit('json', 'good', '--deps', 'deps', ...flags);
    expect(Object.keys(JSON.parse(stdout).interfaces[1].functions)).toEqual(['f']);
  });

  it('reads standard input', () => {
    const main = join(import.meta.dirname, '../../src/cli/main.ts');
    const run = (input: string) =>
      spawnSync(process.execPath, [main, 'wit', 'json', '-'], { encoding: 'utf8', input });
    const { status, stdout } = run('package a:piped;\ninterface i {}\n');
    expect({ status, names: JSON.parse(stdout).packages[0].name }).toEqual({ status: 0, names: 'a:piped' });
    expect(run('package a:piped').stderr).toContain('-:1:16: error');
  });

  it('tells errors on standard error and ends with 1', () => {
    const { status, stdout, stderr } = wit('json', 'good');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(
      "good/i.wit:4:7: error: package 'a:dep@1.0.0' not found [wit/package-not-found]",
    );
  });
});

describe('witness wit check', () => {
  it('tells every problem, with the line and a hint', () => {
    const { status, stdout, stderr } = wit('check', 'bad.wit');
    expect(status).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "bad.wit:4:12: error: type \`strng\` does not exist [wit/unknown-type]
         4 |   type t = strng;
           |            ^^^^^
            = hint: did you mean \`string\`?

      bad.wit:5:16: error: name \`u33\` does not exist [wit/unknown-type]
         5 |   f: func() -> u33
           |                ^^^
            = hint: did you mean \`u32\`?

      bad.wit:6:1: error: expected ';', found '}' [wit/missing-semicolon]
         6 | }
           | ^
            = hint: end the line before with a semicolon: \`f: func() -> u33;\`

      "
    `);
    expect(stderr).toBe('3 errors in 1 path\n');
  });

  it('as JSON is a bare array, empty when all is fine', () => {
    const bad = wit('check', 'bad.wit', 'warned.wit', '--json');
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout)[0]).toEqual({
      rule: 'wit/unknown-type',
      severity: 'error',
      message: 'type `strng` does not exist',
      path: 'bad.wit',
      line: 4,
      column: 12,
      endLine: 4,
      endColumn: 17,
      hint: 'did you mean `string`?',
    });
    expect(wit('check', 'good', '--deps', 'deps', '--json')).toEqual({
      status: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });

  it('annotates lines for GitHub; warnings leave the exit code alone', () => {
    const { status, stdout } = wit('check', 'warned.wit', '--format', 'github');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^::warning file=warned\.wit,line=5,endLine=5,col=3,endColumn=4,title=wit\/gate-outside-container::/,
    );
  });

  it.each([[[]], [['missing.wit']], [['bad.wit', '--format', 'xml']]])(
    'wrong usage ends with 2: %j',
    (args) => {
      const { status, stderr } = wit('check', ...args);
      expect(status).toBe(2);
      expect(stderr).toContain('usage: witness wit check PATH...');
    },
  );
});

describe('witness wit print', () => {
  it('prints canonical WIT', () => {
    const { status, stdout } = wit('print', 'deps/a_dep@1.0.0');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'package a:dep@1.0.0;\n\ninterface types {\n  type t = u32;\n}\n',
    });
  });

  it('prints nothing of a file with errors', () => {
    const { status, stdout, stderr } = wit('print', 'bad.wit');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('wit/missing-semicolon');
  });
});
