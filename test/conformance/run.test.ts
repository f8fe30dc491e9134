import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunRow } from '../../src/conformance/index.ts';
import { COPY, command, ECHO_ARGUMENTS } from '../runtime/wat-component.ts';

const folder = mkdtempSync(join(tmpdir(), 'witness-test-'));

/** A suite of our own: what each test does, and what is expected of it. */
const TESTS: [name: string, guest: Promise<Uint8Array>, spec?: object][] = [
  ['arguments', command(ECHO_ARGUMENTS), { args: ['one', 'two'], stdout: 'one\ntwo\n' }],
  ['no-arguments', command(ECHO_ARGUMENTS), { exit_code: 1 }],
  [
    'conversation',
    command(COPY),
    {
      operations: [
        { type: 'run' },
        { type: 'write', id: 'stdin', payload: 'ping' },
        { type: 'read', id: 'stdout', payload: 'ping' },
        { type: 'wait' },
      ],
    },
  ],
  ['wrong', command(ECHO_ARGUMENTS), { args: ['one'], stdout: 'two' }],
  ['known', command('(unreachable)')],
  ['endless', command('(loop $again (br $again)) (i32.const 0)')],
  ['damaged', Promise.resolve(new Uint8Array([0, 97, 115, 109, 13, 0, 1, 0, 7, 99]))],
];

beforeAll(async () => {
  const suite = join(folder, 'tests/own/wasm32-wasip2');
  mkdirSync(suite, { recursive: true });
  mkdirSync(join(folder, 'expectations/jco'), { recursive: true });
  mkdirSync(join(folder, 'expectations/other'), { recursive: true });
  writeFileSync(join(suite, 'manifest.json'), '{ "name": "Own tests", "version": "wasm32-wasip2" }');
  for (const [name, guest, spec] of TESTS) {
    writeFileSync(join(suite, `${name}.wasm`), await guest);
    if (spec) writeFileSync(join(suite, `${name}.json`), JSON.stringify(spec));
  }
  writeFileSync(join(suite, 'unread.json'), '{');
  writeFileSync(join(suite, 'unread.wasm'), await command(COPY));
  writeFileSync(
    join(folder, 'expectations/jco/linux.toml'),
    '[[suite]]\nname = "Own tests"\n# see https://example.org/1\n[[suite.test]]\nname = "known"\nexpected = "fail"\n',
  );
  writeFileSync(
    join(folder, 'adapter.yml'),
    `name: other
program: ${JSON.stringify(process.execPath)}
version: { args: [--version], pattern: 'v(.+)' }
targets: [wasm32-wasip2]
worlds:
  wasi:cli/command: [src/cli/main.ts, run, '{env}', '{dirs}', '{component}', --, '{args}']
`.replace('src/cli/main.ts', join(process.cwd(), 'src/cli/main.ts')),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const child = spawn(process.execPath, [
    'src/cli/main.ts',
    'conformance',
    'run',
    '--testsuite',
    folder,
    ...args,
    '--json',
  ]);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { rows: stdout === '' ? [] : (JSON.parse(stdout) as RunRow[]), stderr, code };
}

test('runs every test, and gives a verdict and its reason for each', async () => {
  const out = join(folder, 'runs.json');
  const { rows, code } = await run('--out', out, '--timeout', '10000');
  const verdicts = Object.fromEntries(rows.map((row) => [row.test, row.verdict]));
  expect(verdicts).toEqual({
    arguments: 'pass',
    conversation: 'pass',
    damaged: 'fail',
    endless: 'fail',
    known: 'fail',
    'no-arguments': 'pass',
    wrong: 'fail',
  });
  const row = (name: string) => rows.find((one) => one.test === name);
  expect(row('wrong')?.detail).toContain('stdout: expected "two", found "one"');
  expect(row('endless')?.detail).toContain('ended after 10000 ms');
  expect(row('damaged')?.detail).toContain('cannot be read');
  if (process.platform === 'linux')
    expect(row('known')).toMatchObject({ isExpected: true, issues: ['https://example.org/1'] });
  expect(row('arguments')).toMatchObject({ suite: 'Own tests', runtime: 'jco' });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(rows);
  expect(code).toBe(1);
}, 90_000);

test('calls another program as its adapter says', async () => {
  const { rows, code } = await run('--runtime', join(folder, 'adapter.yml'), '--test', 'arguments');
  expect(rows).toMatchObject([
    { test: 'arguments', runtime: 'other', version: process.versions.node, verdict: 'pass' },
  ]);
  // The damaged tests beside it are still told.
  expect(code).toBe(1);
}, 60_000);

test('says which suites there are where one is not there', async () => {
  const { stderr, code } = await run('--suite', 'Nobody');
  expect(stderr).toContain('its suites: Own tests');
  expect(code).toBe(2);
});
