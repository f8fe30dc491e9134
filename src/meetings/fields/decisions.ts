import { type Block, blocks } from '../decisions/blocks.ts';
import { candidates } from '../decisions/candidates.ts';
import { certain } from '../decisions/certain.ts';
import { describe, titleOf } from '../decisions/describe.ts';
import { see } from '../decisions/features.ts';
import type { Found } from '../decisions/found.ts';
import { isVoteTitle } from '../decisions/vote-title.ts';
import type { AgendaItem, Candidate, Decision, Turn } from '../meeting.ts';
import type { Notes, NotesLine } from '../notes.ts';
import type { ProposalNames } from '../proposal-names.ts';
import { spokenLines } from './turns.ts';

/** What a meeting decided, and what else in its notes may be a decision. */
export interface Decided {
  decisions: Decision[];
  candidates: Candidate[];
}

/**
 * What the notes of a meeting prove to be decided, in order, and the passages that a person should look at. Agenda
 * items, plans and hypotheticals are no decisions.
 */
export function decided(
  notes: Notes,
  turns: readonly Turn[],
  agenda: readonly AgendaItem[],
  names: ProposalNames,
): Decided {
  const lines = notedLines(notes);
  const seen = see(blocks(notes, lines, turns));
  const all = seen.map(({ block }) => block);
  const found = certain(seen, lines);
  const titles = agendaTitles(found, agenda);
  return {
    decisions: found.map((one, i) =>
      describe(one, all, { after: found[i - 1]?.to ?? 0, agenda, agendaTitle: titles[i], names }),
    ),
    candidates: candidates(seen, found, names),
  };
}

/** The lines in which something can be decided; the whole note where nothing says where its minutes begin. */
export function notedLines(notes: Notes): NotesLine[] {
  return notes.start === null ? notes.lines : spokenLines(notes);
}

/** The blocks of a note that may carry decisions. */
export function notedBlocks(notes: Notes, turns: readonly Turn[]): Block[] {
  return blocks(notes, notedLines(notes), turns);
}

/** The agenda's votes, one for each decision under a heading that announces none, when there are as many of both. */
function agendaTitles(all: readonly Found[], agenda: readonly AgendaItem[]): (string | undefined)[] {
  const votes = agenda.filter((item) => isVoteTitle(item.text));
  const headed = all.map((found) => isVoteTitle(titleOf(found.about[0]?.heading ?? null)));
  const free = headed.filter((has) => !has).length;
  if (headed.some(Boolean) || free !== votes.length) return [];
  return votes.map((item) => item.text);
}
