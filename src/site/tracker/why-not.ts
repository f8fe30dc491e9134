import type { ProposalStatus } from '../../tracker/index.ts';
import { sentence } from '../render/sentence.ts';

/** In one sentence, why a proposal is not in Preview 2 and what could change that; null when it is in. */
export function whyNot({ included, standing, criteria }: ProposalStatus): string | null {
  if (included) return null;
  if (standing === 'shut-out') {
    return 'Preview 2 was open to further proposals until WASI 0.3 launched. This one was not in by then, and can no longer come in.';
  }
  const unmet =
    criteria.find(({ verdict }) => verdict === 'unmet') ??
    criteria.find(({ verdict }) => verdict === 'unknown');
  return unmet?.wouldMeet ? sentence(`What stands in the way: ${unmet.why} ${unmet.wouldMeet}`) : null;
}
