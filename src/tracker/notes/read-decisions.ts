import type { Meeting, ProposalNames } from '../../meetings/index.ts';
import { id as idSchema } from '../../schema/index.ts';
import type { Evidence, Proposal, ReadDecision, TrackerInput } from '../model.ts';
import { decidedProposals } from './decided-proposals.ts';

/** A proposal that is accepted as new, without a phase being named, enters phase 1. */
const ACCEPTED = 1;

/** The passed decisions on phases that a program reads in notes, the oldest first, for a status without events. */
export function readDecisions(
  meetings: readonly Meeting[],
  names: ProposalNames,
  ids: readonly string[] = [],
): ReadDecision[] {
  return meetings
    .filter(({ date, status }) => date !== '' && status === 'held')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((meeting) =>
      meeting.decisions
        .filter(({ kind, outcome }) => kind === 'phase-advance' && outcome === 'passed')
        .flatMap((decision) => {
          const { line, quote, subject, toPhase } = decision;
          const evidence: Evidence = {
            kind: 'minutes',
            meeting: meeting.date,
            path: meeting.path,
            line,
            quote: quote ?? subject,
            ...(meeting.restated ? { restated: true } : {}),
          };
          return decidedProposals(meeting, decision, names, ids).map((proposal) => ({
            proposal,
            phase: toPhase ?? ACCEPTED,
            date: meeting.date,
            evidence: [evidence],
          }));
        }),
    );
}

/** An id is part of a page's address and of a file's name. */
const LONGEST_ID = 100;

/**
 * The input with a bare entry for each proposal that only notes or the hand-kept page know of. A name of which no short
 * id can be made, such as one without letters, names no proposal that could have a page.
 */
export function withFoundProposals(input: TrackerInput): TrackerInput {
  const known = new Set(input.proposals.map(({ id }) => id));
  const titles = new Map([
    ...(input.read ?? []).map(({ proposal }) => [proposal, proposal] as const),
    ...(input.listed ?? []).map(
      ({ proposal, listings }) => [proposal, listings.at(-1)?.name ?? proposal] as const,
    ),
  ]);
  const found = [...titles]
    .filter(([id]) => !known.has(id) && id.length <= LONGEST_ID && idSchema.safeParse(id).success)
    .map(([id, title]) => bare(id, title));
  return { ...input, proposals: [...input.proposals, ...found] };
}

function bare(id: string, title: string): Proposal {
  return {
    id,
    title,
    summary: 'Known from the notes of the group or from its page of proposals.',
    champions: [],
    worlds: [],
    portability: [],
    versions: [],
    questions: [],
  };
}
