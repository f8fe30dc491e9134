import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const COMMAND = pathToFileURL(resolve(ROOT, 'src/package/witness.ts')).href;

/** Runs the command in a Node that says it is of this version. */
function onNode(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
  return spawnSync(process.execPath, ['-e', `${pretend} import('${COMMAND}')`, '--', 'build', '--help'], {
    encoding: 'utf8',
  });
}

it('says in one line that Node is too old', () => {
  const { status, stdout, stderr } = onNode('22.11.0');
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'witness: Node 24 or later is needed; this is 22.11.0\n',
  });
});

it('runs on the version that package.json demands', () => {
  const { engines } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));
  const { status, stdout } = onNode(`${String(engines.node).replace('>=', '')}.0.0`);
  expect(status).toBe(0);
  expect(stdout).toContain('witness build');
});
