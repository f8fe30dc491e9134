import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'witness-cli-examples-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function examples(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'examples', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

describe('witness examples', () => {
  it('lists what there is', () => {
    const { status, stdout } = examples('list', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ id: 'get-or-set', hosts: ['noop', 'memory', 'sqlite', 'redis', 'weakest'] }),
    );
  });

  it('runs examples and gives rows', () => {
    const { status, stdout, stderr } = examples(
      'run',
      'get-or-set',
      'set-and-get',
      '--host',
      'weakest',
      '--json',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const rows = JSON.parse(stdout);
    expect(rows.map(({ id, host, ok }: { id: string; host: string; ok: boolean }) => [id, host, ok])).toEqual(
      [
        ['set-and-get', 'weakest', true],
        ['get-or-set', 'weakest', true],
      ],
    );
    expect(Object.keys(rows[0]).sort()).toEqual(['expected', 'host', 'id', 'ms', 'ok', 'output']);
    expect(rows[0].expected).toContain(rows[0].output);
  });

  it('runs a file', () => {
    const path = file('fine.js', "print('one');\nprint(2);\n");
    expect(examples('run', '--source', path)).toEqual({ status: 0, stdout: 'one\n2\n', stderr: '' });
    const { status, stdout } = examples('run', '--source', path, '--host', 'noop', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { id: 'source', host: 'noop', ok: true, ms: expect.any(Number), output: 'one\n2', expected: null },
    ]);
  });

  it('lists and runs what is in the terms of 0.3', () => {
    const { stdout } = examples('list', '--release', '0.3', '--json');
    const ids = JSON.parse(stdout).map(({ id }: { id: string }) => id);
    expect(ids).toContain('async-set-and-get');
    expect(ids).not.toContain('set-and-get');
    const source =
      "await cache.set('k', bytes('v'));\nprint(await text(await cache.get('k')));\nawait nothing();";
    const run = examples('run', '--source', file('async.js', source), '--release', '0.3');
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 1, stdout: 'v\n' });
    expect(run.stderr).toContain('Line 3: ReferenceError: nothing is not defined');
  });

  it('ends a guest that does not stop', () => {
    const { status, stdout, stderr } = examples(
      'run',
      '--source',
      file('loop.js', "print('on');\nfor (;;) {}\n"),
      '--timeout',
      '200',
      '--json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ ok: false, output: 'on' }]);
    expect(stderr).toContain('Ended after 200 ms');
  });

  it('names the line of a mistake', () => {
    const { status, stdout, stderr } = examples(
      'run',
      '--source',
      file('wrong.js', "print('on');\n\nnothing();\n"),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'on\n' });
    expect(stderr).toContain('Line 3: ReferenceError: nothing is not defined');
  });

  it.each([
    ['an unknown example', ['run', 'no-such-example']],
    ['an unknown host', ['run', '--host', 'oracle']],
    ['a time that is none', ['run', '--timeout', 'soon']],
    ['ids beside a file', ['run', 'get-or-set', '--source', 'x.js']],
  ])('answers %s with 2', (_, args) => {
    const { status, stdout, stderr } = examples(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^witness examples run: /);
  });
});
