import type { Counted } from '../fields/tally.ts';
import { firstFrom } from '../first-from.ts';
import type { Tally } from '../meeting.ts';
import type { Found, Statement } from './statements.ts';
import * as words from './words.ts';

/** How many lines after and before a tally may declare its outcome. */
const AFTER = 6;
const BEFORE = 3;

export interface Vote extends Found {
  tally: Tally;
  /** The lines that belong to the vote and can make no decision of their own. */
  used: number[];
}

/** The votes that were counted, with the outcome that the notes declare after the tally, or else before it. */
export function tallied(said: readonly Statement[], tallies: readonly Counted[]): Vote[] {
  return tallies.map((counted, i) => {
    const first = firstFrom(said, counted.line);
    const last = firstFrom(said, counted.endLine + 1) - 1;
    const next = tallies[i + 1]?.line ?? Number.POSITIVE_INFINITY;
    const previous = tallies[i - 1]?.endLine ?? 0;
    const here = said[first]?.heading?.line;
    const after = said
      .slice(last + 1, last + 1 + AFTER)
      .filter((s) => s.heading?.line === here && s.line < next);
    const before = said
      .slice(Math.max(0, first - BEFORE), first)
      .filter((s) => s.heading?.line === here && s.line > previous)
      .reverse();
    const own = said[first]?.line === counted.line ? said.slice(first, first + 1) : [];
    const declaring = find([...own, ...after]) ?? find(before);
    return {
      line: counted.line,
      tally: counted.tally,
      method: 'tally',
      outcome: declaring?.outcome ?? 'unstated',
      quote: (declaring?.statement ?? own[0])?.text ?? '',
      about: [...(declaring ? [declaring.statement] : []), ...own, ...before],
      used: [...before, ...said.slice(first, last + 1), ...after].map((s) => s.line),
    };
  });
}

function find(candidates: readonly Statement[]): { statement: Statement; outcome: Found['outcome'] } | null {
  for (const statement of candidates) {
    for (const sentence of statement.sentences) {
      const outcome = outcomeOf(sentence);
      if (outcome) return { statement, outcome };
    }
  }
  return null;
}

const DECLARES = [
  words.PASSES,
  words.ADVANCES,
  words.HAS_CONSENSUS,
  words.BARE_CONSENSUS,
  words.UNANIMOUS,
  words.CONGRATULATES,
];

function outcomeOf(sentence: string): Found['outcome'] | null {
  if (words.FAILS.test(sentence) && !/\bif\b|\bwould\b/u.test(sentence)) return 'failed';
  if (words.POSTPONES.test(sentence)) return 'postponed';
  return DECLARES.some((pattern) => pattern.test(sentence)) && !words.HYPOTHETICAL.test(sentence)
    ? 'passed'
    : null;
}
