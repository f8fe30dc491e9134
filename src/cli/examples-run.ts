import { readFile } from 'node:fs/promises';
import { declaredHosts, HOSTS, type HostName, type RunEvent } from '../examples/index.ts';
import {
  type ExampleRun,
  openRunner,
  type Runner,
  type RunSettings,
  runDoctest,
  runExample,
  runSource,
  updateDoctests,
  updateExpectations,
} from '../examples/node.ts';
import { type Command, type ExitCode, type Flags, UsageError } from './command.ts';
import { describeRun } from './describe-run.ts';
import { type Runnables, readRunnables } from './read-runnables.ts';

/** `witness examples run`: runs examples, or one file, as a component and compares the output. */
export const command: Command = {
  usage: '[ID...] [--host NAME] [--source FILE] [--seed N] [--timeout MS] [--update] [--json]',
  summary: 'run examples as components and compare their output with what the pages show',
  options: {
    host: { type: 'string' },
    source: { type: 'string' },
    seed: { type: 'string' },
    timeout: { type: 'string' },
    update: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(ids, flags): Promise<ExitCode> {
    const host = hostOf(flags.host);
    const settings = {
      timeoutMs: wholeNumber('timeout', flags.timeout, 5000),
      seed: wholeNumber('seed', flags.seed, 1),
    };
    if (flags.source !== undefined) {
      if (ids.length > 0) throw new UsageError('expected either ids or --source, not both');
      return runFile(String(flags.source), host ?? 'memory', settings, flags.json === true);
    }
    const all = await readRunnables();
    if (!all) return 1;
    const chosen = choose(all, ids);
    const runs = await withRunner(async (runner) => {
      const made: ExampleRun[] = [];
      for (const job of jobs(chosen, host, ids.length > 0)) {
        const run = await job(runner, settings);
        made.push(run);
        if (!flags.json) process.stdout.write(`${describeRun(run)}\n`);
        else if (!run.ok) process.stderr.write(`${describeRun(run)}\n`);
      }
      return made;
    });
    if (flags.json) printJson(runs);
    if (!flags.update) return runs.every(({ ok }) => ok) ? 0 : 1;
    await update(chosen, runs);
    return runs.every(({ outcome }) => outcome.kind === 'finished') ? 0 : 1;
  },
};

async function runFile(
  path: string,
  host: HostName,
  settings: RunSettings,
  json: boolean,
): Promise<ExitCode> {
  const source = await readFile(path, 'utf8');
  const onEvent = (event: RunEvent) => {
    if (event.type === 'line') process.stdout.write(`${event.text}\n`);
  };
  const run = await withRunner((runner) =>
    runSource(runner, source, host, json ? settings : { ...settings, onEvent }),
  );
  if (json) printJson([run]);
  if (!run.ok) process.stderr.write(`${describeRun(run)}\n`);
  return run.ok ? 0 : 1;
}

type Job = (runner: Runner, settings: RunSettings) => Promise<ExampleRun>;

/** One for each example and host. A host that an example does not declare is only used when both are named. */
function jobs({ examples, doctests }: Runnables, host: HostName | undefined, named: boolean): Job[] {
  const hostsOf = (declared: HostName[]) =>
    host === undefined ? declared : named || declared.includes(host) ? [host] : [];
  return [
    ...examples.flatMap((example) =>
      hostsOf(declaredHosts(example)).map<Job>(
        (name) => (runner, settings) => runExample(runner, example, name, settings),
      ),
    ),
    ...doctests
      .filter((doctest) => host === undefined || doctest.host === host)
      .map<Job>((doctest) => (runner, settings) => runDoctest(runner, doctest, settings)),
  ];
}

/** What is named by its id, or by its page. */
function choose(all: Runnables, ids: readonly string[]): Runnables {
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

async function update({ examples, doctests }: Runnables, runs: readonly ExampleRun[]): Promise<void> {
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

function printJson(runs: readonly ExampleRun[]): void {
  const rows = runs.map(({ outcome: _, ms, ...row }) => ({ ...row, ms: Math.round(ms * 10) / 10 }));
  process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
}

function hostOf(flag: Flags[string]): HostName | undefined {
  const host = HOSTS.find((name) => name === flag);
  if (flag !== undefined && !host) throw new UsageError(`--host: expected one of ${HOSTS.join(', ')}`);
  return host;
}

function wholeNumber(name: string, flag: Flags[string], otherwise: number): number {
  if (flag === undefined) return otherwise;
  const value = Number(flag);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new UsageError(`--${name}: expected a whole number from 1`);
  return value;
}
