import { FIRST_RELEASE } from '../../tracker/first-release.ts';
import type { CriteriaSet, TrackerInput } from '../../tracker/index.ts';

/** The sets of criteria of Preview 2 that judge proposals, or the launch, in the order of their columns. */
export function boardSets(
  input: Pick<TrackerInput, 'criteria'>,
  judges: CriteriaSet['judges'],
): CriteriaSet[] {
  return input.criteria.filter((set) => set.release === FIRST_RELEASE && set.judges === judges);
}
