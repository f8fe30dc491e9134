import { diffLines } from 'diff';
import { describeOutcome } from '../examples/index.ts';
import type { ExampleRun } from '../examples/node.ts';

/** A run in a line; for one that failed, how it ended or where its output differs. */
export function describeRun({ id, host, ok, ms, output, expected, outcome }: ExampleRun): string {
  const head = `${ok ? 'ok    ' : 'FAILED'} ${id} on ${host}, ${Math.round(ms)} ms`;
  if (ok) return head;
  if (outcome.kind !== 'finished') return `${head}\n${indent(describeOutcome(outcome, ms))}`;
  const permitted = [expected ?? []].flat();
  const reason =
    permitted.length > 1
      ? `none of the ${permitted.length} permitted outputs; the first differs so:`
      : 'the output differs:';
  return `${head}\n${indent(`${reason}\n${difference(permitted[0] ?? '', output)}`)}`;
}

/** The lines of two texts, those of the first alone marked with -, those of the second alone with +. */
export function difference(expected: string, actual: string): string {
  return diffLines(`${expected}\n`, `${actual}\n`)
    .flatMap(({ value, added, removed }) =>
      value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${added ? '+' : removed ? '-' : ' '} ${line}`),
    )
    .join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
