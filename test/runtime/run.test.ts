import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command as runCommand } from '../../src/cli/run.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { buildExample, loadExamples } from '../../src/examples/node.ts';
import { COPY, command, ECHO_ARGUMENTS } from './wat-component.ts';

const folder = mkdtempSync(join(tmpdir(), 'witness-test-'));
const paths: Record<string, string> = {};

beforeAll(async () => {
  const guests = {
    echo: command(ECHO_ARGUMENTS),
    copy: command(COPY),
    exit: command('(call $exit (i32.const 7)) (i32.const 0)'),
    trap: command('(unreachable)'),
    endless: command('(loop $again (br $again)) (i32.const 0)'),
    sleeper: command('(call $block (call $after (i64.const 600000000000))) (i32.const 0)'),
    wants: command('(drop (call $open (i32.const 0) (i32.const 0))) (i32.const 0)', {
      imports: ['wasi:keyvalue/store@0.2.0-draft'],
      text: '(import "wasi:keyvalue/store@0.2.0-draft" "open" (func $open (param i32 i32) (result i32)))',
    }),
  };
  for (const [name, bytes] of Object.entries(guests)) {
    const path = join(folder, `${name}.wasm`);
    writeFileSync(path, await bytes);
    paths[name] = path;
  }
  const { value: examples } = await loadExamples('runnable-examples');
  const example = examples.find(({ id }) => id === 'command');
  if (!example) throw new Error('there is no example "command"');
  const built = await buildExample(example);
  paths.cached = join(built.dir, built.component);
});

afterAll(() => rmSync(folder, { recursive: true }));

function start(...args: string[]) {
  return spawn(process.execPath, ['src/cli/main.ts', 'run', ...args]);
}

async function run(args: string[], input = '') {
  const child = start(...args);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

const guest = (name: string) => paths[name] ?? name;

describe('witness run', () => {
  test('gives the arguments after --, and prints what the component prints', async () => {
    expect(await run([guest('echo'), '--', 'one', '--help'])).toEqual({
      stdout: 'one\n--help\n',
      stderr: '',
      code: 0,
    });
  });

  test('ends with 1 where the command answers with an error', async () => {
    expect(await run([guest('echo')])).toMatchObject({ stdout: '', code: 1 });
  });

  test('ends with the code that the component asks for', async () => {
    expect(await run([guest('exit')])).toMatchObject({ stderr: '', code: 7 });
  });

  test('hands standard input through, all of it', async () => {
    const input = 'a line of text\n'.repeat(5000);
    expect(await run([guest('copy')], input)).toEqual({ stdout: input, stderr: '', code: 0 });
  });

  test('tells of a trap without a stack, with a code of its own', async () => {
    const { stderr, code } = await run([guest('trap')]);
    expect(stderr).toMatch(/^witness run: the component trapped: .*unreachable.*\n$/);
    expect(code).toBe(134);
  });

  test.each(['endless', 'sleeper'])('ends %s at its time limit', async (name) => {
    const { stderr, code } = await run([guest(name), '--timeout', '1500']);
    expect(stderr).toContain('ended after 1500 ms');
    expect(code).toBe(124);
  });

  test('is ended by Ctrl-C, also while the guest waits', async () => {
    const child = start(guest('sleeper'), '--trace');
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'exit');
    expect(code ?? signal).toBe('SIGINT');
  });

  test('names the interface that nobody has, and the versions that are here', async () => {
    const { stderr, code } = await run([guest('wants')]);
    expect(stderr).toContain('wasi:keyvalue/store@0.2.0-draft: is not here');
    expect(stderr).toContain('wasi:keyvalue is here in 0.1.0');
    expect(code).toBe(1);
  });

  test('prints the calls over the boundary', async () => {
    const { stderr } = await run([guest('echo'), '--trace', '--', 'one']);
    expect(stderr).toContain('wasi:cli/environment@0.2.3 get-arguments() = ["echo.wasm", "one"]');
    expect(stderr).toContain('wasi:io/streams output-stream.blocking-write-and-flush(3 bytes)');
  });

  test.each([
    ['missing.wasm', 'there is no file missing.wasm'],
    ['', 'expected COMPONENT.wasm [-- ARG...], found nothing'],
    ['x.wasm --host nowhere', '--host: expected noop, memory'],
    ['x.wasm --env novalue', '--env: expected NAME=VALUE'],
    ['x.wasm --dir no-such-folder::/data', '--dir: no-such-folder is no folder'],
    ['x.wasm --timeout soon', '--timeout: expected a whole number'],
    ['x.wasm --host memory --redis redis://127.0.0.1', '--redis goes with --host redis'],
  ])('"%s" is wrong usage', async (line, message) => {
    const args = line.split(' ').filter((word) => word !== '');
    const failed = await runCommand.run(args).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UsageError);
    expect((failed as Error).message).toContain(message);
  });

  test('says of a file that it is no component', async () => {
    const { stderr, code } = await run(['package.json']);
    expect(stderr).toContain('package.json is no WebAssembly binary');
    expect(code).toBe(1);
  });
});

describe('the cache among the imports of a command', () => {
  test.each(['noop', 'sqlite'])('on %s', async (host) => {
    const { stdout, stderr, code } = await run([guest('cached'), '--host', host, '--', '100']);
    expect({ stdout, stderr, code }).toMatchSnapshot();
  });
});
