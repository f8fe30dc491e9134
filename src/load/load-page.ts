import { readFile } from 'node:fs/promises';
import type { Meeting, ProposalNames } from '../meetings/index.ts';
import { type AuditedRow, auditRows } from '../tracker/index.ts';

/** A hand-kept proposals page, each row beside what the notes show. */
export interface LoadedPage {
  path: string;
  text: string;
  rows: AuditedRow[];
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
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`no file "${path}"`);
  });
  return { path, text, rows: auditRows({ page: { path, text }, meetings, names, asOf }) };
}
