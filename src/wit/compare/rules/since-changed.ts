import { onOneTrack } from '../on-one-track.ts';
import { anyKind, quoted } from '../rule.ts';

export const sinceChanged = anyKind({
  id: 'since-changed',
  summary: '`@since` names another version than before: history does not change.',
  check(pair, versions) {
    const [before, after] = [pair.gates.old?.since, pair.gates.new?.since];
    if (!before || !after || before === after || !onOneTrack(versions)) return undefined;
    return {
      severity: 'policy',
      message: `${quoted(pair.address)} was there since ${before} and now claims ${after}: what it is since does not change`,
    };
  },
});
