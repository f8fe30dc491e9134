import type { Candidate } from '../meeting.ts';
import { type ProposalNames, proposalIn } from '../proposal-names.ts';
import type { Block } from './blocks.ts';
import { titleOf } from './describe.ts';
import type { Seen } from './features.ts';
import type { Found } from './found.ts';
import { phaseIn } from './kind.ts';
import { withPhaseNumbers } from './phases.ts';
import { rank } from './rank.ts';
import { THRESHOLD } from './weights.ts';

/** How many blocks may lie between two cues of one passage, how many more are shown around it, and its longest. */
const GAP = 8;
const CONTEXT = 4;
const LONGEST = 60;

/** A passage: its first and last block by index, and the best score of its blocks. */
export interface Passage {
  from: number;
  to: number;
  score: number;
}

/** Merges the blocks that score enough into passages under one heading, and widens each to what stands around it. */
export function passages(
  all: readonly Block[],
  scores: readonly number[],
  threshold: number,
  taken: (line: number) => boolean,
): Passage[] {
  const out: Passage[] = [];
  all.forEach((block, i) => {
    const score = scores[i] ?? 0;
    if (score < threshold || taken(block.line)) return;
    const open = out.at(-1);
    const first = open && all[open.from];
    const near =
      open !== undefined && first !== undefined && i - open.to <= GAP && block.endLine - first.line < LONGEST;
    if (near && first.heading?.line === block.heading?.line && !between(all, open.to, i, taken)) {
      open.to = i;
      open.score = Math.max(open.score, score);
    } else out.push({ from: i, to: i, score });
  });
  out.forEach((passage, n) => {
    const before = out[n - 1]?.to ?? -1;
    const after = out[n + 1]?.from ?? all.length;
    const heading = all[passage.from]?.heading?.line;
    const free = (i: number) => {
      const block = all[i];
      return (
        block !== undefined && block.heading?.line === heading && !taken(block.line) && !taken(block.endLine)
      );
    };
    const { from, to } = passage;
    while (from - passage.from < CONTEXT && passage.from - 1 > before && free(passage.from - 1))
      passage.from--;
    while (passage.to - to < CONTEXT && passage.to + 1 < after && free(passage.to + 1)) passage.to++;
  });
  return out;
}

function between(all: readonly Block[], from: number, to: number, taken: (line: number) => boolean): boolean {
  for (let i = from + 1; i < to; i++) if (taken(all[i]?.line ?? 0)) return true;
  return false;
}

/** What may be a decision besides those that are certain, best first. */
export function candidates(
  seen: readonly Seen[],
  found: readonly Found[],
  names: ProposalNames,
): Candidate[] {
  const all = seen.map(({ block }) => block);
  const lines = new Set(
    found.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
  const scores = seen.map((one) => (one.cues.length > 0 ? rank(one) : 0));
  return passages(all, scores, THRESHOLD, (line) => lines.has(line))
    .map((passage) => candidate(passage, seen, scores, names))
    .sort((a, b) => b.score - a.score || a.line - b.line);
}

function candidate(
  { from, to, score }: Passage,
  seen: readonly Seen[],
  scores: readonly number[],
  names: ProposalNames,
): Candidate {
  const some = seen.slice(from, to + 1);
  const title = titleOf(some[0]?.block.heading ?? null);
  const telling = some.filter((_, i) => (scores[from + i] ?? 0) >= THRESHOLD);
  const texts = [...telling.map(({ block }) => withPhaseNumbers(block.text)), withPhaseNumbers(title)];
  const proposal = texts.reduce<string | null>((id, text) => id ?? proposalIn(text, names), null);
  return {
    line: some[0]?.block.line ?? 0,
    endLine: some.at(-1)?.block.endLine ?? 0,
    cues: [...new Set(telling.flatMap(({ cues }) => cues))],
    score: Math.round(score * 1000) / 1000,
    heading: title || null,
    proposal,
    toPhase: phaseIn(texts),
  };
}
