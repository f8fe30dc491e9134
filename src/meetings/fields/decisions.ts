import { consents } from '../decisions/consents.ts';
import { describe } from '../decisions/describe.ts';
import { type Found, type Statement, statements } from '../decisions/statements.ts';
import { tallied } from '../decisions/tallied.ts';
import { isVoteTitle } from '../decisions/vote-title.ts';
import { firstFrom } from '../first-from.ts';
import type { AgendaItem, Decision, Turn } from '../meeting.ts';
import type { Notes } from '../notes.ts';
import type { ProposalNames } from '../proposal-names.ts';
import { tallies } from './tally.ts';
import { spokenLines } from './turns.ts';

/**
 * What the meeting decided, in order: votes with their tallies, consents in whatever words, and votes put off.
 * Agenda items, plans and hypotheticals are no decisions.
 */
export function decisions(
  notes: Notes,
  turns: readonly Turn[],
  agenda: readonly AgendaItem[],
  names: ProposalNames,
): Decision[] {
  const said = statements(notes, turns);
  const votes = tallied(said, tallies(spokenLines(notes)));
  const used = new Set(votes.flatMap((vote) => vote.used));
  const all = [...votes, ...consents(said, agenda, used)].sort((a, b) => a.line - b.line);
  const titles = agendaTitles(all, said, agenda);
  return all.map((found, i) =>
    describe(found, said, { after: all[i - 1]?.line ?? 0, agendaTitle: titles[i], names }),
  );
}

/** The agenda's votes, one for each decision under a heading that announces none, when there are as many of both. */
function agendaTitles(
  all: readonly Found[],
  said: readonly Statement[],
  agenda: readonly AgendaItem[],
): (string | undefined)[] {
  const votes = agenda.filter((item) => isVoteTitle(item.text));
  const headed = all.map((found) => isVoteTitle(said[firstFrom(said, found.line)]?.heading?.title ?? ''));
  const free = headed.filter((has) => !has).length;
  if (headed.some(Boolean) || free !== votes.length) return [];
  return votes.map((item) => item.text);
}
