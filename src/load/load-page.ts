import { dirname, relative, resolve } from 'node:path';
import type { Meeting, ProposalNames } from '../meetings/index.ts';
import { AT_START, type Parsed, type Problem, type SourceFile } from '../problem.ts';
import { type AuditedRow, auditRows, type ListingHistory, pageHistory } from '../tracker/index.ts';
import { checkoutOf } from './checkout.ts';
import { GitRepository } from './git/git-repository.ts';
import type { Place } from './group/git-place.ts';
import { pageVersions } from './group/page-versions.ts';
import { readText } from './read-text.ts';

/** A hand-kept proposals page, each row beside what the notes show. */
export interface LoadedPage {
  path: string;
  text: string;
  rows: AuditedRow[];
  /** What the page said of each proposal over time; null where it lies in no repository of git. */
  history: ListingHistory[] | null;
  /** What it says as it lies there, since nobody knows when. */
  undated: ListingHistory[];
  problems: Problem[];
}

/**
 * Reads a proposals page and audits it against notes. Throws when there is no such file.
 * @param asOf only notes up to this day count; without it, all of them.
 */
export async function loadPage(
  place: Place,
  meetings: readonly Meeting[],
  names: ProposalNames,
  asOf = '9999-12-31',
): Promise<LoadedPage> {
  const { value: page, problems } = typeof place === 'string' ? await onDisk(place) : await onlyText(place);
  const rows = auditRows({ page, meetings, names, asOf });
  const listed = rows.some(({ listedPhase }) => listedPhase !== null);
  return {
    ...page,
    rows,
    history: await historyOfPage(place, names),
    undated: pageHistory([{ date: null, commit: null, pullRequest: null, ...page }], names),
    problems: listed ? problems : [...problems, noProposals(page.path)],
  };
}

function onDisk(path: string): Promise<Parsed<SourceFile>> {
  return readText(path).catch(() => {
    throw new Error(`no file "${path}"`);
  });
}

async function onlyText(place: Exclude<Place, string>): Promise<Parsed<SourceFile>> {
  const { value, problems } = await place.texts(() => true);
  const [page, ...more] = value;
  if (!page || more.length > 0)
    throw new Error(`"${place.written}": expected one file, found ${value.length}`);
  return { value: page, problems };
}

/** What a page said over time, from the repository that it lies in; null when it lies in none. */
async function historyOfPage(place: Place, names: ProposalNames): Promise<ListingHistory[] | null> {
  try {
    const found = typeof place === 'string' ? await repositoryAround(place) : place;
    const versions = found ? await pageVersions(found.repository, found.path) : [];
    return versions.length > 0 ? pageHistory(versions, names) : null;
  } catch {
    // No git, or one that does not read this repository: the page itself still counts.
    return null;
  }
}

async function repositoryAround(path: string): Promise<{ repository: GitRepository; path: string } | null> {
  const checkout = await checkoutOf(dirname(resolve(path)));
  const repository = checkout && (await GitRepository.at(checkout.root));
  return repository && { repository, path: relative(checkout.root, resolve(path)).replaceAll('\\', '/') };
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
