import type { Decision, Meeting, ProposalNames } from '../../meetings/index.ts';
import type { Day } from '../model.ts';
import { decidedProposals, headingOf } from '../notes/decided-proposals.ts';

/** What notes show of a proposal's phase. */
export interface NotedPhase {
  /** The last phase voted for; null while none was. */
  phase: number | null;
  /** The votes that carry it. */
  votes: Noted[];
  /** Whether the notes call it by a name that is surely a proposal's: a known one, or with `wasi-` before it. */
  named: boolean;
  /** Later votes without a stated outcome, and postponed ones. */
  open: (Noted & { phase: number | null; outcome: Decision['outcome'] })[];
}

export interface Noted {
  meeting: Day;
  line: number;
  quote: string;
}

/** A proposal that is accepted as new, without a phase being named, enters phase 1. */
const ACCEPTED = 1;

/** Folds the decisions in notes up to a day into a phase for each proposal. */
export function phasesInNotes(
  meetings: readonly Meeting[],
  names: ProposalNames,
  ids: readonly string[],
  asOf: Day,
): Map<string, NotedPhase> {
  const phases = new Map<string, NotedPhase>();
  const sure = new Set([...names.values(), ...ids]);
  const held = meetings.filter(({ date, status }) => date !== '' && date <= asOf && status === 'held');
  for (const meeting of held.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const advances = meeting.decisions.filter(({ kind }) => kind === 'phase-advance');
    const own = new Set(advances.map(({ proposal }) => proposal));
    for (const decision of advances) {
      for (const proposal of decidedProposals(meeting, decision, names, ids)) {
        if (proposal !== decision.proposal && own.has(proposal)) continue;
        const words = `${decision.subject} ${decision.quote ?? ''} ${headingOf(meeting, decision.line)}`;
        const named = sure.has(proposal) || new RegExp(`\\bwasi[-: ]${proposal}\\b`, 'i').test(words);
        const known = phases.get(proposal) ?? { phase: null, votes: [], open: [], named: false };
        phases.set(proposal, { ...add(known, meeting.date, decision), named: known.named || named });
      }
    }
  }
  return phases;
}

function add(known: NotedPhase, meeting: Day, decision: Decision): NotedPhase {
  const noted = { meeting, line: decision.line, quote: decision.quote ?? decision.subject };
  const { outcome, toPhase } = decision;
  if (outcome === 'passed') {
    const phase = toPhase ?? known.phase ?? ACCEPTED;
    return { ...known, phase, votes: phase === known.phase ? [...known.votes, noted] : [noted], open: [] };
  }
  if (outcome === 'unstated' || outcome === 'postponed') {
    return { ...known, open: [...known.open, { ...noted, phase: toPhase, outcome }] };
  }
  return known;
}
