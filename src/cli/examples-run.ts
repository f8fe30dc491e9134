import { readFile } from 'node:fs/promises';
import { declaredHosts, type Example, HOSTS, type HostName, type RunEvent } from '../examples/index.ts';
import {
  type ExampleRun,
  loadDoctests,
  openRunner,
  type Runner,
  runExample,
  runSource,
  updateExpectations,
} from '../examples/node.ts';
import { type Command, type ExitCode, type Flags, UsageError } from './command.ts';
import { describeRun } from './describe-run.ts';
import { readExamples } from './read-examples.ts';

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
    if (flags.source !== undefined && ids.length > 0)
      throw new UsageError('expected either ids or --source, not both');
    const source = flags.source === undefined ? undefined : await readFile(String(flags.source), 'utf8');
    const examples = source === undefined ? await chosen(ids) : [];
    if (!examples) return 1;
    const runner = await openRunner();
    try {
      const runs =
        source === undefined
          ? await runAll(runner, examples, host, settings, flags)
          : [
              await runSource(runner, source, host ?? 'memory', {
                ...settings,
                ...(flags.json ? {} : { onEvent: printLine }),
              }),
            ];
      if (flags.json) process.stdout.write(`${JSON.stringify(runs.map(toRow), null, 2)}\n`);
      if (flags.json || source !== undefined) for (const run of runs) process.stderr.write(failureText(run));
      if (flags.update) return (await update(examples, runs)) ? 0 : 1;
      return runs.every(({ ok }) => ok) ? 0 : 1;
    } finally {
      await runner.close();
    }
  },
};

async function runAll(
  runner: Runner,
  examples: readonly Example[],
  host: HostName | undefined,
  settings: { timeoutMs: number; seed: number },
  flags: Flags,
): Promise<ExampleRun[]> {
  const runs: ExampleRun[] = [];
  for (const example of examples) {
    for (const name of host ? [host] : declaredHosts(example)) {
      const run = await runExample(runner, example, name, settings);
      runs.push(run);
      if (!flags.json) process.stdout.write(`${describeRun(run)}\n`);
    }
  }
  return runs;
}

async function chosen(ids: readonly string[]): Promise<Example[] | undefined> {
  const examples = await readExamples();
  const unknown = examples && ids.filter((id) => !examples.some((example) => example.id === id));
  if (unknown && unknown.length > 0)
    throw new UsageError(`no example "${unknown[0]}"; see witness examples list`);
  return ids.length === 0 ? examples : examples?.filter(({ id }) => ids.includes(id));
}

async function update(examples: readonly Example[], runs: readonly ExampleRun[]): Promise<boolean> {
  for (const example of examples) {
    if (await updateExpectations(example, runs))
      process.stderr.write(`${example.id}: expected.yml rewritten, please review\n`);
  }
  return runs.every(({ outcome }) => outcome.kind === 'finished');
}

function toRow({ outcome: _, ms, ...row }: ExampleRun): Record<string, unknown> {
  return { ...row, ms: Math.round(ms * 10) / 10 };
}

function failureText(run: ExampleRun): string {
  return run.ok ? '' : `${describeRun(run)}\n`;
}

function printLine(event: RunEvent): void {
  if (event.type === 'line') process.stdout.write(`${event.text}\n`);
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
