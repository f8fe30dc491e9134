import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GitFolder } from '../load/git-folder.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const wit = (body: string) => `package demo:a@1.0.0;\n\ninterface i {\n${body}}\n`;

let group: GitFolder;

beforeEach(() => {
  group = new GitFolder().commit('2031-05-04', 'Begin', {
    'witness.yml': 'wit: [wit]\nmeetings: [notes]\ncontent: content\n',
    'wit/a/a.wit': wit('  f: func();\n  g: func();\n'),
    'notes/2031/GROUP-05-04.md': '# May 4 Meeting\n\n## Notes\n\n**Ada Ray**: Words.\n',
    'content/proposals/alpha.yml': 'id: alpha\ntitle: Alpha\nsummary: First.\n',
  });
});
afterEach(() => group.remove());

function report(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'report', ...args], {
    encoding: 'utf8',
    cwd: group.path,
  });
  return { status, stdout, stderr };
}

it('tells what a change does, as text and in Markdown that shows names as they are', () => {
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(group.path, name)), { recursive: true });
    writeFileSync(join(group.path, name), text);
  };
  expect(report()).toMatchObject({ status: 0, stdout: expect.not.stringContaining('demo:a') });
  write('wit/a/a.wit', wit('  f: func();\n'));
  write('wit/b/b.wit', 'package demo:b@1.0.0;\n');
  write(
    'content/events/2031-05-04-alpha.yml',
    'kind: phase\ndate: 2031-05-04\ntitle: Alpha *advances*\nproposal: alpha\nphase: 1\nbasis: consent\noutcome: passed\nevidence:\n  - meeting: 2031-05-04\n    passage: Words.\n',
  );
  const { status, stdout, stderr } = report('--base', 'main', '--format', 'markdown');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('- demo:b\\@1.0.0 is new');
  expect(stdout).toContain('- demo:a\\@1.0.0 breaks');
  expect(stdout).toContain('- alpha phase: 1');
  expect(stdout).toContain('Alpha \\*advances\\*');
});

it('names a revision that is not there', () => {
  expect(report('--base', 'nowhere')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('witness report:'),
  });
});
