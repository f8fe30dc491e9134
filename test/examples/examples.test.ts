import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { declaredHosts, type Example } from '../../src/examples/index.ts';
import {
  buildGuest,
  loadDoctests,
  loadExamples,
  openRunner,
  type Runner,
  runDoctest,
  runExample,
} from '../../src/examples/node.ts';
import { needs } from '../setup/needs.ts';
import { privateRedis } from '../setup/redis.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { value: examples, problems } = await loadExamples(resolve(ROOT, 'runnable-examples'), ROOT);
const doctests = await loadDoctests(resolve(ROOT, 'content'), ROOT);

let runner: Runner;
beforeAll(async () => {
  runner = await openRunner();
});
afterAll(() => runner.close());

it('reads every example without a problem', () => {
  expect(problems).toEqual([]);
  expect(examples.length).toBeGreaterThan(10);
});

describe.each(examples)('$id', (example) => {
  const hosts = declaredHosts(example).filter((host) => host !== 'redis');
  it.each(hosts)('gives on %s what its page shows', async (host) => {
    const run = await runExample(runner, example, host, { timeoutMs: 30_000 });
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect([run.expected].flat()).toContain(run.output);
  });
});

describe.runIf(needs.redis)('with a real Redis', () => {
  const server = privateRedis();
  let onRedis: Runner;
  beforeAll(async () => {
    // The runner's thread takes its environment along when it starts, at the first run.
    vi.stubEnv('WITNESS_REDIS_URL', server().url);
    onRedis = await openRunner();
  });
  afterAll(async () => {
    await onRedis.close();
    vi.unstubAllEnvs();
  });

  it.each(examples.filter((example) => declaredHosts(example).includes('redis')))(
    '$id gives what its page shows',
    async (example) => {
      const run = await runExample(onRedis, example, 'redis', { timeoutMs: 60_000 });
      expect(run.outcome).toEqual({ kind: 'finished' });
      expect([run.expected].flat()).toContain(run.output);
    },
  );
});

it('says so when a host cannot be had', async () => {
  const [example] = examples;
  if (!example) return expect.unreachable();
  vi.stubEnv('WITNESS_REDIS_URL', 'redis://127.0.0.1:1');
  const without = await openRunner();
  try {
    const run = await runExample(without, example, 'redis', { timeoutMs: 60_000 });
    expect(run.ok).toBe(false);
    expect(run.outcome).not.toEqual({ kind: 'finished' });
  } finally {
    await without.close();
    vi.unstubAllEnvs();
  }
});

describe('on the weakest cache', () => {
  const weak = examples.filter((example) => declaredHosts(example).includes('weakest'));

  it.each(weak)('$id gives only what its page permits, whatever the seed', async (example) => {
    for (let seed = 2; seed <= 25; seed++) {
      const run = await runExample(runner, example, 'weakest', { seed, timeoutMs: 30_000 });
      expect(run.outcome, `seed ${seed}`).toEqual({ kind: 'finished' });
      expect([run.expected].flat(), `seed ${seed}`).toContain(run.output);
    }
  });
});

describe('examples inside pages', () => {
  it('are marked as what they are', () => {
    expect(doctests.problems).toEqual([]);
  });

  it.each(doctests.value)('$id prints what the page shows', async (doctest) => {
    const run = await runDoctest(runner, doctest, { timeoutMs: 30_000 });
    expect(run.outcome).toEqual({ kind: 'finished' });
    expect(run.output).toBe(doctest.expected);
  });
});

describe('the links of an example', () => {
  const minutes = (meeting: string) =>
    readFileSync(resolve(ROOT, `content/meetings/${meeting}.md`), 'utf8').replace(/\s+/g, ' ');

  it.each(examples)('$id quotes the minutes word for word', ({ minutes: links }: Example) => {
    for (const { meeting, quote } of links) expect(minutes(meeting)).toContain(quote);
  });
});

it('builds the component once', async () => {
  const [first, second] = await Promise.all([buildGuest(), buildGuest()]);
  expect(first.digest).toBe(second.digest);
  expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
});
