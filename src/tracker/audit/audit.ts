import type { Meeting, ProposalNames } from '../../meetings/index.ts';
import type { SourceFile } from '../../problem.ts';
import type { Day, Drift } from '../model.ts';
import { type NotedPhase, phasesInNotes } from './phases-in-notes.ts';
import { type Row, readPage } from './read-page.ts';
import { spokenPhases } from './spoken-phases.ts';

/** One row of the page beside what the notes show; `agrees` when there is nothing to say. */
export interface AuditedRow extends Omit<Drift, 'kind'> {
  name: string;
  /** The row's line in the page; null for a proposal that the page does not list. */
  line: number | null;
  verdict: Drift['kind'] | 'agrees';
}

export interface AuditInput {
  page: SourceFile;
  meetings: readonly Meeting[];
  names: ProposalNames;
  /** Only notes up to this day, itself included, count. */
  asOf: Day;
}

/**
 * Compares a hand-kept proposals page with the notes and gives the rows that disagree:
 * `behind` (the notes show a higher phase), `ahead` (only a lower one), `unproven` (no vote, or one without a
 * stated outcome), `missing` (a vote, and no row).
 */
export function audit(input: AuditInput): Drift[] {
  return driftIn(auditRows(input));
}

/** The rows that disagree with the notes. */
export function driftIn(rows: readonly AuditedRow[]): Drift[] {
  return rows.flatMap(({ proposal, listedPhase, evidencePhase, verdict, evidence }) =>
    verdict === 'agrees' ? [] : [{ proposal, listedPhase, evidencePhase, kind: verdict, evidence }],
  );
}

/** Every row of the page with its verdict, in the page's order, and then what the page does not list. */
export function auditRows({ page, meetings, names, asOf }: AuditInput): AuditedRow[] {
  const rows = readPage(page, names);
  const ids = rows.map(({ proposal }) => proposal);
  const noted = phasesInNotes(meetings, names, ids, asOf);
  const spoken = spokenPhases(meetings, names, asOf);
  const listed = new Set(ids);
  const missing = [...noted]
    .filter(([proposal, { phase, named }]) => phase !== null && named && !listed.has(proposal))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...rows.map((row) => withMentions(compare(row, noted.get(row.proposal)), spoken)),
    ...missing.map(
      ([proposal, { phase, votes }]): AuditedRow => ({
        proposal,
        name: proposal,
        line: null,
        listedPhase: null,
        evidencePhase: phase,
        verdict: 'missing',
        evidence: votes,
      }),
    ),
  ];
}

function compare({ proposal, name, phase, line }: Row, noted: NotedPhase | undefined): AuditedRow {
  const shown = noted?.phase ?? null;
  const undecided = (noted?.open ?? []).filter((vote) => vote.phase === null || vote.phase === phase);
  const row = { proposal, name, line, listedPhase: phase, evidencePhase: shown };
  const votes = noted?.votes ?? [];
  if (shown === phase || (shown === null && phase === 0))
    return { ...row, verdict: 'agrees', evidence: votes };
  if (shown !== null && shown > phase) return { ...row, verdict: 'behind', evidence: votes };
  const unstated = undecided.some(({ outcome }) => outcome === 'unstated');
  const evidence = [...votes, ...undecided.map(({ meeting, line, quote }) => ({ meeting, line, quote }))];
  return { ...row, verdict: shown === null || unstated ? 'unproven' : 'ahead', evidence };
}

/** What no vote proves may at least have been spoken of; that is no proof, and it is shown. */
function withMentions(row: AuditedRow, spoken: ReturnType<typeof spokenPhases>): AuditedRow {
  if (row.verdict !== 'unproven') return row;
  const mentions = spoken
    .filter(({ proposal, phase }) => proposal === row.proposal && phase === row.listedPhase)
    .map(({ meeting, line, quote }) => ({ meeting, line, quote }));
  return { ...row, evidence: [...row.evidence, ...mentions] };
}
