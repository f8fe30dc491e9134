import { readFile } from 'node:fs/promises';
import {
  declaredHosts,
  HOSTS,
  type HostName,
  RELEASES,
  type Release,
  type RunEvent,
} from '../examples/index.ts';
import {
  type ExampleRun,
  openRunner,
  type Runner,
  type RunSettings,
  redisTrouble,
  runDoctest,
  runExample,
  runSource,
  updateDoctests,
  updateExpectations,
} from '../examples/node.ts';
import { plainText } from '../report/index.ts';
import type { Answer } from './answer.ts';
import { defineCommand } from './define-command.ts';
import { describeRun } from './describe-run.ts';
import { choice, otherwise, text, toggle, wholeNumber } from './options.ts';
import { type Runnables, readRunnables } from './read-runnables.ts';
import { UsageError } from './usage-error.ts';

/** `witness examples run`: runs examples, or one file, as a component and compares the output. */
export const command = defineCommand({
  args: '[ID...]',
  summary: 'run examples as components and compare their output with what the pages show',
  options: {
    host: choice(HOSTS, 'where they run; on every host that they declare unless told'),
    source: text('FILE', 'one JavaScript file instead'),
    release: choice(
      RELEASES,
      'of WASI: only the examples in its terms; a file of 0.3 is the body of an async function',
    ),
    seed: otherwise(wholeNumber('of what is random in the hosts', 1), 1),
    timeout: otherwise(wholeNumber('milliseconds, after which a guest is ended', 1), 5000),
    update: toggle('write what came out as what is expected'),
  },
  async run(ids, { host, source, release, seed, timeout, update: isUpdate, format }): Promise<Answer> {
    const settings = { timeoutMs: timeout, seed };
    if (source !== undefined) {
      if (ids.length > 0) throw new UsageError('expected either ids or --source, not both');
      return runFile(
        source,
        host ?? 'memory',
        { ...settings, ...(release ? { release } : {}) },
        format === 'text',
      );
    }
    const all = await readRunnables();
    const chosen = ofRelease(choose(all, ids), release);
    const asked = jobs(chosen, host, ids.length > 0);
    const trouble = asked.some((job) => job.host === 'redis') ? await redisTrouble() : undefined;
    const wanted = trouble === undefined ? asked : asked.filter((job) => job.host !== 'redis');
    if (trouble !== undefined)
      process.stderr.write(`${trouble}: ${asked.length - wanted.length} runs on Redis are left out\n`);
    // Where somebody counts on a Redis, that there is none is a failure.
    const isMissed = trouble !== undefined && (host === 'redis' || process.env.CI === 'true');
    const runs = await withRunner(async (runner) => {
      const made: ExampleRun[] = [];
      for (const job of wanted) {
        const run = await job.run(runner, settings);
        made.push(run);
        if (format === 'text') process.stdout.write(plainText(`${describeRun(run)}\n`));
        else if (!run.ok) process.stderr.write(plainText(`${describeRun(run)}\n`));
      }
      return made;
    });
    if (isUpdate) await update(chosen, runs);
    const isFine = runs.every(({ ok, outcome }) => (isUpdate ? outcome.kind === 'finished' : ok));
    return { data: rows(runs), text: '', problems: all.problems, code: isFine && !isMissed ? 0 : 1 };
  },
});

async function runFile(
  path: string,
  host: HostName,
  settings: RunSettings & { release?: Release },
  isShown: boolean,
): Promise<Answer> {
  const source = await readFile(path, 'utf8');
  const onEvent = (event: RunEvent) => {
    if (event.type === 'line') process.stdout.write(`${event.text}\n`);
  };
  const run = await withRunner((runner) =>
    runSource(runner, source, host, isShown ? { ...settings, onEvent } : settings),
  );
  if (!run.ok) process.stderr.write(plainText(`${describeRun(run)}\n`));
  return { data: rows([run]), text: '', code: run.ok ? 0 : 1 };
}

type Chosen = Pick<Runnables, 'examples' | 'doctests'>;

interface Job {
  host: HostName;
  run(runner: Runner, settings: RunSettings): Promise<ExampleRun>;
}

/** One for each example and host. A host that an example does not declare is only used when both are named. */
function jobs({ examples, doctests }: Chosen, host: HostName | undefined, named: boolean): Job[] {
  const hostsOf = (declared: HostName[]) =>
    host === undefined ? declared : named || declared.includes(host) ? [host] : [];
  return [
    ...examples.flatMap((example) =>
      hostsOf(declaredHosts(example)).map<Job>((name) => ({
        host: name,
        run: (runner, settings) => runExample(runner, example, name, settings),
      })),
    ),
    ...doctests
      .filter((doctest) => host === undefined || doctest.host === host)
      .map<Job>((doctest) => ({
        host: doctest.host,
        run: (runner, settings) => runDoctest(runner, doctest, settings),
      })),
  ];
}

/** What is named by its id, or by its page. */
function choose(all: Runnables, ids: readonly string[]): Chosen {
  if (ids.length === 0) return all;
  const known = new Set([
    ...all.examples.map(({ id }) => id),
    ...all.doctests.flatMap(({ id, path }) => [id, path]),
  ]);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UsageError(`no example "${unknown}"; see witness examples list`);
  return {
    examples: all.examples.filter(({ id }) => ids.includes(id)),
    doctests: all.doctests.filter(({ id, path }) => ids.includes(id) || ids.includes(path)),
  };
}

/** Examples in pages are all in the terms of 0.2. */
function ofRelease(chosen: Chosen, release: Release | undefined): Chosen {
  if (release === undefined) return chosen;
  return {
    examples: chosen.examples.filter((example) => example.release === release),
    doctests: release === '0.2' ? chosen.doctests : [],
  };
}

async function update({ examples, doctests }: Chosen, runs: readonly ExampleRun[]): Promise<void> {
  const changed = await updateDoctests(doctests, runs);
  for (const example of examples) {
    if (await updateExpectations(example, runs))
      changed.push(example.sourcePath.replace(/[^/]+$/, 'expected.yml'));
  }
  for (const path of changed) process.stderr.write(`${path} was rewritten; please review it\n`);
}

async function withRunner<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
  const runner = await openRunner();
  try {
    return await work(runner);
  } finally {
    await runner.close();
  }
}

function rows(runs: readonly ExampleRun[]) {
  return runs.map(({ outcome: _, ms, ...row }) => ({ ...row, ms: Math.round(ms * 10) / 10 }));
}
