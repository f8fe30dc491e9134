import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMeeting, parseProposalNames } from '../../src/meetings/index.ts';
import { type Count, compare, isNear, labelledNotes, noCount } from '../meetings/labelled-notes.ts';
import { withoutGroup } from './meetings/learn-decisions.ts';
import type { Row } from './row.ts';

const aliases = join(import.meta.dirname, '../../content/proposal-aliases.yml');
const proposals = parseProposalNames({ path: aliases, text: readFileSync(aliases, 'utf8') }).value;

/** What is found of the decisions that careful readers found, by group; the last columns are for weights learned without it. */
export async function bench(): Promise<Row[]> {
  const counts = new Map<string, Count>();
  const of = (group: string): Count => {
    const count = counts.get(group) ?? noCount();
    counts.set(group, count);
    return count;
  };
  for (const { group, file, decisions } of labelledNotes()) {
    const read = parseMeeting(file, group === 'wasi' ? { proposals } : {});
    for (const name of [group, isNear(group) ? 'WASI and CG' : 'other groups'])
      compare(decisions, read, of(name));
  }
  if (counts.size === 0) {
    console.log('labelled notes are not at hand: nothing is measured');
    return [];
  }
  const left = withoutGroup();
  console.table(
    Object.fromEntries(
      [...counts].map(([group, count]) => {
        const { real, right, wrong, held, candidates, outcome, tally, phase, proposal } = count;
        return [
          group,
          {
            decisions: real,
            precision: share(right, right + wrong),
            recall: share(right, real),
            'with candidates': share(held, real),
            'candidates each': share(candidates, real),
            outcome: share(outcome, right),
            tally: share(tally, right),
            phase: share(phase, right),
            proposal: share(proposal, right),
            'left out: with candidates': share(left.get(group)?.held ?? 0, left.get(group)?.real ?? 0),
            'left out: candidates each': share(left.get(group)?.shown ?? 0, left.get(group)?.real ?? 0),
          },
        ];
      }),
    ),
  );
  return [];
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : Number((part / whole).toFixed(3));
}
