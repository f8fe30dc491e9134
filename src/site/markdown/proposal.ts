import type {
  CriterionStatus,
  Evidence,
  Proposal,
  ProposalStatus,
  TrackerEvent,
  TrackerInput,
} from '../../tracker/index.ts';
import { STANDINGS } from '../render/board.ts';
import { criterionTitle } from '../render/criterion.ts';
import { sentence } from '../render/sentence.ts';
import { verdictWord } from '../render/verdict.ts';

/** A proposal's page as Markdown. */
export function proposalMarkdown(
  proposal: Proposal,
  judged: ProposalStatus,
  events: readonly TrackerEvent[],
  input: TrackerInput,
): string {
  const phase = judged.phase === null ? 'no evidence' : String(judged.phase);
  return [
    `# ${proposal.title}`,
    proposal.summary,
    [
      `- Phase: ${phase}`,
      `- Preview 2: ${STANDINGS[judged.standing]}`,
      `- Champions: ${proposal.champions.join(', ') || 'none named'}`,
    ].join('\n'),
    '## Preview 2',
    ...judged.criteria.map((criterion) => criterionMarkdown(criterion, input)),
    '## What happened',
    ...events.map(eventMarkdown),
  ].join('\n\n');
}

function criterionMarkdown(criterion: CriterionStatus, input: TrackerInput): string {
  const lines = [
    `### ${criterionTitle(criterion, input)}: ${verdictWord(criterion.verdict)}`,
    sentence(criterion.why),
    criterion.wouldMeet && sentence(criterion.wouldMeet),
  ];
  return [...lines.filter(Boolean), evidenceList(criterion.evidence)].filter(Boolean).join('\n\n');
}

/** An event as a Markdown section. */
export function eventMarkdown({ date, title, note, evidence }: TrackerEvent): string {
  return [`### ${date}: ${title}`, note && sentence(note), evidenceList(evidence)]
    .filter(Boolean)
    .join('\n\n');
}

/** Evidence as a Markdown list; only true quotations are set as quotations. */
export function evidenceList(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ kind, quote, restated, meeting, url, detail }) => {
      const words = quote && (restated ? quote : `“${quote}”`);
      const where = meeting ? `${restated ? 'restated minutes' : 'minutes'}, ${meeting}` : (url ?? kind);
      return `- ${[words, detail && sentence(detail), `(${where})`].filter(Boolean).join(' ')}`;
    })
    .join('\n');
}
