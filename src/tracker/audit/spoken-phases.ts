import { type Meeting, type ProposalNames, proposalId } from '../../meetings/index.ts';
import type { Day } from '../model.ts';
import type { Noted } from './phases-in-notes.ts';

/** Somebody says of a proposal that it is at a phase: `wasi-nn currently at phase 2`. */
const SPOKEN = /\bwasi[-:]([a-z0-9]+(?:-[a-z0-9]+)*)\b[^.!?\n]{0,60}?\b(?:at|in|is) phase (\d)\b/giu;

/** Where notes up to a day speak of a proposal as being at a phase, without deciding it; weaker than a vote. */
export function spokenPhases(
  meetings: readonly Meeting[],
  names: ProposalNames,
  asOf: Day,
): (Noted & { proposal: string; phase: number })[] {
  return meetings
    .filter(({ date, status }) => status === 'held' && date !== '' && date <= asOf)
    .flatMap(({ date, turns }) =>
      turns.flatMap(({ text, line }) =>
        [...text.matchAll(SPOKEN)].map(([quote, name = '', phase]) => ({
          meeting: date,
          line: line + (text.slice(0, text.indexOf(quote)).match(/\n/g)?.length ?? 0),
          quote,
          proposal: proposalId(name, names),
          phase: Number(phase),
        })),
      ),
    );
}
