import type { ProposalStatus } from '../../tracker/index.ts';
import { longDay } from './day.ts';
import { releaseName } from './release-name.ts';

type Known = Pick<ProposalStatus, 'phase' | 'phaseBasis' | 'phaseSource' | 'listed'>;

/** How a phase is known, in a few words; empty for a decision that somebody recorded. */
export function basisWords({ phaseBasis, phaseSource, listed }: Known): string {
  if (phaseSource === 'read') return 'read in notes by a program, not reviewed';
  if (phaseSource === 'listed') return listed ? listedWords(listed) : 'listed';
  return phaseBasis === 'spoken-of' ? 'spoken of, no vote found' : '';
}

/** Since when and by which change the hand-kept page lists a proposal. */
export function listedWords({
  since,
  commit,
  pullRequest,
}: Pick<NonNullable<Known['listed']>, 'since' | 'commit' | 'pullRequest'>): string {
  if (since === null) return 'listed on the proposals page';
  const change = pullRequest === null ? `commit ${commit?.slice(0, 10)}` : `pull request ${pullRequest}`;
  return `listed since ${longDay(since)}, by ${change}`;
}

/** Where the hand-kept page says another phase, in a sentence; null where it agrees or says nothing. */
export function listedOtherwise({ phase, listed }: Known): string | null {
  if (!listed || listed.phase === phase) return null;
  return `The proposals page says phase ${listed.phase}, ${listedWords(listed)}.`;
}

/** What became of a proposal that is none of its own any more, in a few words. @param titleOf a proposal's title */
export function endedWords(
  { how, into, release, since }: NonNullable<ProposalStatus['ended']>,
  titleOf: (id: string) => string,
): string {
  const what = { removed: 'Removed', 'merged-into': 'Merged', superseded: 'Superseded' }[how];
  const by = into ? ` ${how === 'superseded' ? 'by' : 'into'} ${titleOf(into)}` : '';
  return `${what}${by}${release ? ` from ${releaseName(release)} on` : ''}, ${longDay(since)}`;
}
