import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ROWS } from '../../src/cache-suite/index.ts';

/** Runs the command to its own end. */
async function conformance(...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'cache', 'conformance', ...args], {
    env: { ...process.env, WITNESS_REDIS_SERVER: 'there-is-no-such-program', WITNESS_REDIS_URL: '' },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

test('gives a verdict for every promise and host as JSON, and ends', async () => {
  const { stdout, code } = await conformance('--host', 'memory', '--host', 'sqlite', '--json');
  const judgements: { id: string; statement: string; host: string; verdict: string }[] = JSON.parse(stdout);
  expect(judgements).toHaveLength(2 * ROWS.length);
  expect(new Set(judgements.map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
  expect(code).toBe(0);
});

test('explains to people where a host differs, and why', async () => {
  const { stdout, code } = await conformance('--host', 'noop');
  expect(stdout).toContain(
    'value/hit: A get after a set finds the value.\n  allowed  noop: it keeps nothing',
  );
  expect(stdout).toMatch(/\d+ pass, \d+ allowed to differ, 0 fail\n$/);
  expect(code).toBe(0);
});

test.each([
  [['--host', 'nowhere'], 'no host "nowhere"; expected noop, memory, weakest, sqlite, redis'],
  [['--seed', 'x'], '--seed: expected a whole number'],
])('%s is wrong usage', async (args, message) => {
  const { stdout, stderr, code } = await conformance(...args);
  expect(stderr).toContain(message);
  expect([stdout, code]).toEqual(['', 2]);
});
