import { FIRST_RELEASE } from '../../tracker/first-release.ts';
import type { CriteriaSet, TrackerInput } from '../../tracker/index.ts';

/** The sets of criteria of a release that judge proposals, or its launch, in the order of their columns. */
export function boardSets(
  input: Pick<TrackerInput, 'criteria'>,
  judges: CriteriaSet['judges'],
  release: string = FIRST_RELEASE,
): CriteriaSet[] {
  return input.criteria.filter((set) => set.release === release && set.judges === judges);
}
