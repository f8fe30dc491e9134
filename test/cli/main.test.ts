import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs `witness` as a person would and gives what came out. */
function witness(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('witness', () => {
  it('lists every command with its usage, and exits with 0', () => {
    const { status, stdout, stderr } = witness('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of [
      'build',
      'wit json',
      'meetings json',
      'tracker status',
      'examples run',
      'cache conformance',
    ]) {
      expect(stdout).toContain(`witness ${name}`);
    }
  });

  it.each([
    ['an unknown command', ['frobnicate', 'now']],
    ['an unknown flag', ['tracker', 'status', '--frobnicate']],
    ['a flag without its value', ['tracker', 'status', '--as-of']],
    ['half of a command', ['tracker']],
    ['a name that every object has', ['toString']],
    ['another of those', ['__proto__']],
    ['one of those behind a group', ['wit', 'constructor']],
    ['too many words', ['tracker', 'status', 'now']],
    ['a word that is missing', ['wit', 'diff', 'old']],
    ['a day that is none', ['tracker', 'status', '--as-of', '2024-02-30']],
    ['a format that is none', ['wit', 'check', 'x.wit', '--format', 'xml']],
  ])('answers %s with a sentence on standard error and 2', (_, args) => {
    const { status, stdout, stderr } = witness(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^witness/);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('answers a path that is not there with a sentence, not a stack trace', () => {
    const { status, stdout, stderr } = witness('wit', 'json', 'no/such/folder');
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('no/such/folder');
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it.each([
    [['trackr', 'status'], 'did you mean "tracker status"?'],
    [['biuld'], 'did you mean "build"?'],
    [['wit'], 'expected wit check, wit diff'],
    [['wit', 'check', 'x.wit', '--al-features'], 'did you mean --all-features?'],
  ])('answers %j with what was meant', (args, hint) => {
    expect(witness(...args).stderr).toContain(hint);
  });

  it('explains one command, with what each of its options means', () => {
    const { status, stdout } = witness('wit', 'diff', '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^witness wit diff OLD NEW \[--perspective guest\|host\|component\]/);
    expect(stdout).toMatch(/^ {2}--json +the same as --format json$/m);
  });

  it.each([[['wit', '--help']], [['help', 'wit']]])('explains a group of commands: %j', (args) => {
    const { status, stdout } = witness(...args);
    expect(status).toBe(0);
    const named = [...stdout.matchAll(/^ {2}witness (.+?) [A-Z]/gm)].map(([, name]) => name);
    expect(named).toEqual(['wit check', 'wit diff', 'wit explain', 'wit history', 'wit json', 'wit print']);
  });

  it('gives no name of a file the last word', () => {
    const folder = mkdtempSync(join(tmpdir(), 'witness-'));
    const path = join(folder, 'a\n::error::\u001b[31m##[add-path]x.wit');
    writeFileSync(path, 'interface {}');
    for (const format of ['text', 'github']) {
      const { stdout, stderr } = witness('wit', 'check', path, '--format', format);
      const lines = `${stdout}${stderr}`.split('\n');
      expect(lines.filter((line) => line.includes('\u001b') || /##\[|^\s*::error::/.test(line))).toEqual([]);
      expect(stdout).toContain('.wit');
    }
    rmSync(folder, { recursive: true });
  });
});
