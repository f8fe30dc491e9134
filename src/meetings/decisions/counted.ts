import type { Counted } from '../fields/tally.ts';
import { firstFrom } from '../first-from.ts';
import type { Decision } from '../meeting.ts';
import type { Block } from './blocks.ts';
import { RESULT_LABEL } from './features.ts';
import type { Found } from './found.ts';
import { verdictOf } from './labelled.ts';
import {
  hasConsensus,
  isUnanimous,
  saysAdvanced,
  saysFailed,
  saysPassed,
  saysPutOff,
  sentences,
  upTo,
} from './says.ts';

/** How many blocks after and before a tally may declare its outcome. */
const AFTER = 7;
const BEFORE = 3;

/** The votes that were counted, with the outcome that the notes declare after the tally, or else before it. */
export function counted(all: readonly Block[], tallies: readonly Counted[]): Found[] {
  return tallies.map((vote, i) => {
    const first = firstFrom(all, vote.line);
    const last = Math.max(first, firstFrom(all, vote.endLine + 1) - 1);
    const next = tallies[i + 1]?.line ?? Number.POSITIVE_INFINITY;
    const previous = tallies[i - 1]?.endLine ?? 0;
    const own = all.slice(first, last + 1);
    const here = all[first]?.heading?.line;
    const sameVote = (b: Block) => b.heading?.line === here && b.line < next && b.line > previous;
    const before = all
      .slice(Math.max(0, first - BEFORE), first)
      .filter(sameVote)
      .reverse();
    const after = all.slice(last + 1, last + 1 + AFTER).filter(sameVote);
    const declared = declaredIn([...own, ...after]) ?? declaredIn(before);
    const quoted = declared?.whole ?? own[0];
    return {
      line: vote.line,
      from: Math.min(vote.line, before.at(-1)?.line ?? vote.line),
      to: Math.max(vote.endLine, after.at(-1)?.endLine ?? vote.endLine),
      rule: 'tally',
      about: [...(declared ? [declared.block] : []), ...own, ...before],
      method: 'tally',
      outcome: declared?.outcome ?? (isStraw([...own, ...before]) ? 'informational' : 'unstated'),
      tally: vote.tally,
      asked: true,
      quote: quoted?.text ?? '',
    };
  });
}

/** A straw poll binds nobody. */
function isStraw(some: readonly Block[]): boolean {
  return some.some(({ text, heading }) =>
    /\bstraw\b|\btemperature check\b/iu.test(`${heading?.title ?? ''} ${text}`),
  );
}

interface Declared {
  whole: Block;
  /** Without what is said after the outcome. */
  block: Block;
  outcome: Decision['outcome'];
}

function declaredIn(some: readonly Block[]): Declared | null {
  for (const block of some) {
    if (RESULT_LABEL.test(block.text)) {
      const outcome = verdictOf(block.text.replace(RESULT_LABEL, ''));
      if (outcome === 'passed' || outcome === 'failed') return { whole: block, block, outcome };
    }
    for (const sentence of sentences(block.text)) {
      const outcome = outcomeOf(sentence) ?? (GOES_ON.test(sentence) ? 'passed' : null);
      if (outcome)
        return {
          whole: block,
          block: { ...block, text: upTo(block.text, (one) => one === sentence) },
          outcome,
        };
    }
  }
  return null;
}

/** After a count, the chair's word that it goes on as voted. */
const GOES_ON =
  /^\W*(?:(?:so|ok|okay|great|thanks?)\b\W*)*we(?:'ll| will)(?: now)? (?:move|go) (?:forward|ahead)\b/u;

/** The outcome of a vote that a sentence declares, if any. */
export function outcomeOf(sentence: string): Decision['outcome'] | null {
  if (saysFailed(sentence)) return 'failed';
  if (saysPutOff(sentence)) return 'postponed';
  const passed =
    saysPassed(sentence) || saysAdvanced(sentence) || hasConsensus(sentence) || isUnanimous(sentence);
  return passed ? 'passed' : null;
}
