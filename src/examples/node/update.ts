import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Example } from '../model.ts';
import type { ExampleRun } from './run-example.ts';

interface Entry {
  hosts: string[];
  output?: string;
  because?: string;
  'any-of'?: string[];
}

/**
 * Writes what hosts gave into an example's `expected.yml`, for review: a single output is replaced, a set of
 * permitted ones grows. Hosts with the same output share an entry. Returns whether the file changed.
 */
export async function updateExpectations(example: Example, runs: readonly ExampleRun[]): Promise<boolean> {
  const path = join(dirname(example.sourcePath), 'expected.yml');
  const before = await readFile(path, 'utf8').catch(() => '');
  const after = withRuns(
    before,
    runs.filter(({ id, outcome }) => id === example.id && outcome.kind === 'finished'),
  );
  if (after !== before) await writeFile(path, after);
  return after !== before;
}

function withRuns(text: string, runs: readonly ExampleRun[]): string {
  const entries = (parse(text) ?? []) as Entry[];
  for (const { host, output } of runs) {
    const set = entries.find(({ hosts, 'any-of': outputs }) => outputs && hosts.includes(host));
    const lines = `${output}\n`;
    if (set?.['any-of']) {
      if (!set['any-of'].some((known) => known.trimEnd() === output)) set['any-of'].push(lines);
      continue;
    }
    for (const entry of entries) entry.hosts = entry.hosts.filter((name) => name !== host);
    const same = entries.find((entry) => entry.output?.trimEnd() === output);
    if (same) same.hosts.push(host);
    else entries.push({ hosts: [host], output: lines });
  }
  const kept = entries.filter(({ hosts }) => hosts.length > 0);
  return stringify(kept, { lineWidth: 0, blockQuote: 'literal' });
}
