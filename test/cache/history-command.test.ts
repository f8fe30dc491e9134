import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

function witness(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'cache', 'history', ...args], {
    encoding: 'utf8',
    env: { ...process.env, WITNESS_REDIS_URL: 'redis://:s3cret@127.0.0.1:1' },
  });
  return { status, stdout, stderr };
}

test('tells programs what was done and found', () => {
  const { status, stdout } = witness('--host', 'memory', '--operations', '500', '--seed', '4', '--json');
  const { hits, misses, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({
    host: 'memory',
    fault: 'none',
    seed: 4,
    operations: 500,
    violations: [],
    failures: 0,
  });
  expect(hits).toBeGreaterThan(0);
  expect(misses).toBeGreaterThan(0);
  expect(status).toBe(0);
});

test('breaks a store of its own, and tells people', () => {
  const { status, stdout } = witness('--host', 'sqlite', '--operations', '500', '--fault', 'lease-holder');
  expect(stdout).toMatch(/^sqlite under the fault lease-holder: \d+ operations, .* 0 violations\n$/);
  expect(status).toBe(0);
});

test.each([
  [['--host', 'memory', '--fault', 'kill'], '--fault kill cannot befall the host memory'],
  [['--host', 'nowhere'], '--host: expected noop, memory, weakest, sqlite or redis'],
  [['--host', 'memory', '--fault', 'flood'], '--fault: expected none, kill, pause'],
  [['--host', 'memory', '--operations', 'many'], '--operations: expected a whole number from 1 on'],
])('refuses %j', (args, message) => {
  const { status, stderr } = witness(...args);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test('says which server is not there, and no password', () => {
  const { status, stderr } = witness('--host', 'redis', '--operations', '10');
  expect(stderr).toBe('witness cache history: no Redis answers: 127.0.0.1:1\n');
  expect(status).toBe(1);
});
