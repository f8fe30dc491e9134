import { spawnSync } from 'node:child_process';
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

  it('explains one command', () => {
    const { status, stdout } = witness('wit', 'diff', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--perspective');
  });
});
