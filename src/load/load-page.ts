import type { Meeting, ProposalNames } from '../meetings/index.ts';
import { AT_START, type Problem } from '../problem.ts';
import { type AuditedRow, auditRows } from '../tracker/index.ts';
import { readText } from './read-text.ts';

/** A hand-kept proposals page, each row beside what the notes show. */
export interface LoadedPage {
  path: string;
  text: string;
  rows: AuditedRow[];
  problems: Problem[];
}

/**
 * Reads a proposals page and audits it against notes. Throws when there is no such file.
 * @param asOf only notes up to this day count; without it, all of them.
 */
export async function loadPage(
  path: string,
  meetings: readonly Meeting[],
  names: ProposalNames,
  asOf = '9999-12-31',
): Promise<LoadedPage> {
  const { value: page, problems } = await readText(path).catch(() => {
    throw new Error(`no file "${path}"`);
  });
  const rows = auditRows({ page, meetings, names, asOf });
  const listed = rows.some(({ listedPhase }) => listedPhase !== null);
  return { ...page, rows, problems: listed ? problems : [...problems, noProposals(path)] };
}

function noProposals(path: string): Problem {
  return {
    rule: 'load/no-proposals',
    severity: 'error',
    message: 'expected a table of proposals below a heading that names a phase, found none',
    path,
    ...AT_START,
    hint: 'write one table for each phase, below a heading such as "Phase 2", with the columns Proposal, Champion and Versions',
  };
}
