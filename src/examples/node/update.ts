import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Document, isScalar, isSeq, parse, visit } from 'yaml';
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
  let changed = false;
  for (const { host, output } of runs) {
    const known = entries.find(({ hosts }) => hosts.includes(host));
    const permitted = known ? (known['any-of'] ?? [known.output ?? '']) : [];
    if (permitted.some((one) => one.trimEnd() === output)) continue;
    changed = true;
    if (known?.['any-of']) {
      known['any-of'].push(`${output}\n`);
      continue;
    }
    if (known) known.hosts = known.hosts.filter((name) => name !== host);
    const same = entries.find((entry) => entry.output?.trimEnd() === output);
    if (same) same.hosts.push(host);
    else entries.push({ hosts: [host], output: `${output}\n` });
  }
  const head = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
  return changed ? head + toYaml(entries.filter(({ hosts }) => hosts.length > 0)) : text;
}

/** Hosts on one line, outputs as blocks of text. */
function toYaml(entries: readonly Entry[]): string {
  const document = new Document(entries);
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'hosts' && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: 'literal', flowCollectionPadding: false });
}
