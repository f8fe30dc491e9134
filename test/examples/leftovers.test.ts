import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { redisCommand } from '../../src/cache-suite/faults/redis-command.ts';
import { openRunner, type Runner, redisTrouble, runSource } from '../../src/examples/node.ts';
import { privateRedis } from '../setup/redis.ts';

const server = privateRedis();
let runner: Runner;

beforeAll(async () => {
  runner = await openRunner();
});
afterAll(() => runner.close());
afterEach(() => void vi.unstubAllEnvs());

const STORES = `
const v = OutgoingValue.newOutgoingValue(); v.outgoingValueWriteBodySync(bytes('left behind'));
wait(cache.set('k', v, undefined)); wait(cache.getOrSet('vacant'));
const big = OutgoingValue.newOutgoingValue(); const stored = cache.set('big', big, undefined);
const out = big.outgoingValueWriteBodyAsync(); out.blockingWriteAndFlush(new Uint8Array(400000));
print('stored');`;

test.each(['', 'for (;;) {}', 'throw new Error("over")'])('a run leaves nothing behind: %s', async (end) => {
  vi.stubEnv('WITNESS_REDIS_URL', server().url);
  await redisCommand(server().url, 'SET', 'of somebody else', 'value');
  const folder = mkdtempSync(join(tmpdir(), 'witness-leftovers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  vi.stubEnv('TMPDIR', folder);
  for (const host of ['redis', 'sqlite'] as const) {
    const run = await runSource(runner, STORES + end, host, { timeoutMs: 1500 });
    expect([host, run.output]).toEqual([host, 'stored']);
  }
  expect(await redisCommand(server().url, 'KEYS', '*')).toEqual(['of somebody else']);
  expect(readdirSync(folder)).toEqual([]);
});

test('a Redis that is not there is told of', async () => {
  vi.stubEnv('WITNESS_REDIS_URL', 'redis://127.0.0.1:1');
  expect(await redisTrouble()).toBe('no Redis answers: 127.0.0.1:1');
});

test.each([
  ["Promise.resolve(1).then((n) => print('later', n)); print('now');", 'now\nlater 1', 'finished'],
  [
    "new Promise((_, no) => no('x')).catch((e) => print(e)).finally(() => print('end'));",
    'x\nend',
    'finished',
  ],
  ['Promise.all([1, Promise.resolve(2)]).then((all) => print(all));', '[1, 2]', 'finished'],
  ['Promise.any([Promise.reject(1), 2]).then((one) => print(one));', '2', 'finished'],
  ["Promise.reject(new Error('nobody')); print('end');", 'end', 'Unhandled rejection: Error: nobody'],
  [
    "\nPromise.resolve().then(() => { throw new TypeError('in it'); });",
    '',
    'Unhandled rejection: TypeError: in it',
  ],
  [
    "print(cache.get('\\ud800'))",
    '',
    'TypeError: cache.get: the key has a lone surrogate: half of a character',
  ],
  ["print('\\ud800 lone')", '', 'TypeError: print: the text has a lone surrogate: half of a character'],
  ['await 1;', '', /nothing can be awaited: wait\(future\)/],
  [
    "const s = 'y'.repeat(1024 * 1024); for (;;) print(s);",
    /^y+\ny+\ny+$/,
    /printed more than 4194304 bytes/,
  ],
] as const)('%s', async (source, output, end) => {
  const run = await runSource(runner, source, 'memory');
  expect(run.output).toMatch(output);
  if (typeof output === 'string') expect(run.output).toBe(output);
  const { outcome } = run;
  expect('message' in outcome ? outcome.message : outcome.kind).toMatch(end);
  if (outcome.kind === 'error') expect(outcome.line).toBe(source.startsWith('\n') ? 2 : 1);
});
