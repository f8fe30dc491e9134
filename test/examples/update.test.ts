import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDoctests, type HostName, listExamples } from '../../src/examples/index.ts';
import {
  type ExampleRun,
  loadExamples,
  updateDoctests,
  updateExpectations,
} from '../../src/examples/node.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'witness-update-'));
  await mkdir(join(root, 'runnable-examples/first'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const EXPECTED = `- hosts: [noop, memory, sqlite]
  output: |
    old
- hosts: [weakest]
  because: it forgets
  any-of:
    - |
      one
    - |
      two
`;

async function example() {
  const folder = join(root, 'runnable-examples');
  const put = (name: string, text: string) => writeFile(join(folder, 'first', name), text);
  await put('example.js', 'print(1);\n');
  await put('README.md', '---\ntitle: A\norder: 1\nteaches: B\n---\n\nC\n');
  await put('expected.yml', EXPECTED);
  const { value, problems } = await loadExamples(folder, '/');
  expect(problems).toEqual([]);
  const [only] = value;
  if (!only) return expect.unreachable();
  return { ...only, sourcePath: join(folder, 'first/example.js') };
}

const run = (
  id: string,
  host: HostName,
  output: string,
  kind: 'finished' | 'stopped' = 'finished',
): ExampleRun => ({
  id,
  host,
  ok: false,
  ms: 1,
  output,
  expected: null,
  outcome: kind === 'finished' ? { kind } : { kind, message: '' },
});

describe('updateExpectations', () => {
  it('replaces single outputs, adds to sets, and leaves failed runs alone', async () => {
    const first = await example();
    const changed = await updateExpectations(first, [
      run('first', 'noop', 'new\n\nlines'),
      run('first', 'memory', 'broken', 'stopped'),
      run('first', 'weakest', 'three'),
      run('first', 'weakest', 'one'),
      run('other', 'sqlite', 'not mine'),
    ]);
    expect(changed).toBe(true);
    const text = await readFile(join(root, 'runnable-examples/first/expected.yml'), 'utf8');
    const read = listExamples([
      { path: 'x/first/example.js', text: 'print(1);' },
      { path: 'x/first/README.md', text: '---\ntitle: A\norder: 1\nteaches: B\n---\n\nC\n' },
      { path: 'x/first/expected.yml', text },
    ]);
    expect(read.problems).toEqual([]);
    expect(text).toContain('- hosts: [memory, sqlite]\n');
    expect(read.value[0]?.expectations).toEqual([
      { hosts: ['memory', 'sqlite'], outputs: ['old'] },
      { hosts: ['weakest'], outputs: ['one', 'two', 'three'], because: 'it forgets' },
      { hosts: ['noop'], outputs: ['new\n\nlines'] },
    ]);
  });

  it('changes nothing where nothing differs', async () => {
    const first = await example();
    const runs = [run('first', 'noop', 'old'), run('first', 'weakest', 'two')];
    expect(await updateExpectations(first, runs)).toBe(false);
    expect(await readFile(join(root, 'runnable-examples/first/expected.yml'), 'utf8')).toBe(EXPECTED);
  });
});

describe('updateDoctests', () => {
  it('writes what was printed into the page', async () => {
    const text = '# A\n\n```js example\nprint(1);\n```\n\n```text output\nold\n```\n';
    await writeFile(join(root, 'page.md'), text);
    const { value } = findDoctests({ path: 'page.md', text }, true);
    const runs = value.map(({ id, host }) => run(id, host, '1'));
    expect(await updateDoctests(value, runs, root)).toEqual(['page.md']);
    expect(await readFile(join(root, 'page.md'), 'utf8')).toBe(text.replace('old', '1'));
    const again = findDoctests({ path: 'page.md', text: text.replace('old', '1') }, true).value;
    expect(await updateDoctests(again, runs, root)).toEqual([]);
  });
});
