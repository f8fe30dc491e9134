import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/problem.ts';
import { CORPUS } from '../setup/needs.ts';
import { hasCorpus } from './corpus.ts';
import { type GroupDecision, groupNotes } from './groups.ts';

/** A note whose decisions somebody who read it in full has labelled. */
export interface LabelledNote {
  group: string;
  file: SourceFile;
  status: string;
  decisions: GroupDecision[];
}

/** All labelled notes at hand: the WASI Subgroup's, the Community Group's as `cg`, and other groups'. */
export function labelledNotes(): LabelledNote[] {
  if (!hasCorpus) return [];
  const folder = join(CORPUS, 'record');
  const record = JSON.parse(readFileSync(join(folder, 'meetings-labels.json'), 'utf8')) as Record<
    string,
    { status: string; decisions: GroupDecision[] }
  >;
  const wasi = Object.entries(record).map(
    ([name, { status, decisions }]): LabelledNote => ({
      group: 'wasi',
      file: { path: `meetings/${name}`, text: readFileSync(join(folder, 'meetings', name), 'utf8') },
      status,
      decisions,
    }),
  );
  const others = groupNotes().map(
    ({ group, file, labels }): LabelledNote => ({
      group: file.path.includes('wasm/main/') ? 'cg' : group,
      file,
      status: labels.status,
      decisions: labels.decisions,
    }),
  );
  return [...wasi, ...others];
}

/** The two groups whose notes the reader was made for; the others are read by the same rules. */
export function isNear(group: string): boolean {
  return group === 'wasi' || group === 'cg';
}

/** Lines may differ by a few where notes say a thing twice. */
const NEAR = 2;

/** What is right and wrong in what was read from notes, as counts. */
export interface Count {
  real: number;
  right: number;
  wrong: number;
  /** Real ones that lie in a decision or a candidate. */
  held: number;
  candidates: number;
  outcome: number;
  tally: number;
  phase: number;
  proposal: number;
}

export function noCount(): Count {
  return { real: 0, right: 0, wrong: 0, held: 0, candidates: 0, outcome: 0, tally: 0, phase: 0, proposal: 0 };
}

/** Where a labelled decision lies: from the line where it is put to the line where it is settled. */
export function placeOf(label: GroupDecision): { from: number; to: number } {
  return {
    from: Math.min(label.startLine ?? label.line, label.line),
    to: Math.max(label.endLine ?? label.line, label.line),
  };
}

export interface Read {
  decisions: readonly {
    line: number;
    outcome: string;
    toPhase: number | null;
    proposal: string | null;
    tally: object | null;
  }[];
  candidates: readonly { line: number; endLine: number }[];
}

/** Compares what was read from one note with its labels; `tell` hears of everything that is not right. */
export function compare(
  labels: readonly GroupDecision[],
  read: Read,
  count: Count,
  tell: (what: string, line: number, more: string) => void = () => undefined,
): void {
  const found = new Set<GroupDecision>();
  const repeated: (typeof read.decisions)[number][] = [];
  for (const decision of read.decisions) {
    const at = (label: GroupDecision) =>
      label.line === decision.line || label.lineAlso?.includes(decision.line);
    const within = (label: GroupDecision) => {
      const { from, to } = placeOf(label);
      return decision.line >= from - NEAR && decision.line <= to + NEAR;
    };
    const label =
      labels.find((l) => !found.has(l) && at(l)) ?? labels.find((l) => !found.has(l) && within(l));
    if (!label) {
      if (!labels.some(within)) {
        count.wrong++;
        tell('false', decision.line, decision.outcome);
      } else repeated.push(decision);
      continue;
    }
    found.add(label);
    if (label.optional) continue;
    count.right++;
    const check = (
      name: 'outcome' | 'tally' | 'phase' | 'proposal',
      got: unknown,
      wanted: readonly unknown[],
    ) => {
      if (wanted.some((one) => JSON.stringify(one) === JSON.stringify(got))) count[name]++;
      else tell(name, decision.line, `${JSON.stringify(got)} for ${JSON.stringify(wanted)}`);
    };
    check('outcome', decision.outcome, [label.outcome, ...(label.outcomeAlso ?? [])]);
    check('tally', decision.tally, [label.tally, ...(label.tallyAlso ?? [])]);
    check('phase', decision.toPhase, [label.toPhase, ...(label.toPhaseAlso ?? [])]);
    check('proposal', decision.proposal, [label.proposal, ...(label.proposalAlso ?? [])]);
  }
  for (const { line } of repeated) {
    count.wrong++;
    tell('repeated', line, '');
  }
  count.candidates += read.candidates.length;
  for (const label of labels.filter((one) => !one.optional)) {
    count.real++;
    const { from, to } = placeOf(label);
    const held = found.has(label) || read.candidates.some((one) => one.line <= to && one.endLine >= from);
    if (held) count.held++;
    else tell('missed', label.line, label.outcome);
  }
}
