import type { Proposal, ProposalStatus, TrackerEvent } from '../../tracker/index.ts';

/** What the page of a proposal has to say beside its criteria. */
interface Parts {
  events: readonly TrackerEvent[];
  about: readonly unknown[];
  versions: readonly unknown[];
  judged: ProposalStatus;
}

/** The table of contents of a proposal's page: only the sections that it has. */
export function headingsFor(proposal: Proposal, { events, about, versions, judged }: Parts) {
  const sections: [slug: string, text: string, there: boolean][] = [
    ['preview-2', 'Preview 2', judged.criteria.length > 0],
    ['next-phase', `Phase ${judged.nextPhase?.phase}`, judged.nextPhase !== null],
    ['other', 'Beside any release', judged.other.length > 0],
    ['history', 'What happened', events.length > 0],
    ['portability', 'Portability criteria', proposal.portability.length > 0],
    ['questions', 'Questions', proposal.questions.length > 0],
    ['wit', 'Its WIT', versions.length > 0],
    ['meetings', 'Its meetings', about.length > 0],
  ];
  return sections.filter(([, , there]) => there).map(([slug, text]) => ({ depth: 2, slug, text }));
}
