import { onOneTrack } from '../on-one-track.ts';
import { anyKind, quoted } from '../rule.ts';

export const sinceRemoved = anyKind({
  id: 'since-removed',
  summary: '`@since` is gone from something that had it.',
  check(pair, versions) {
    const before = pair.gates.old?.since;
    const gone = pair.new !== undefined && !pair.gates.new?.since && !pair.gates.new?.unstable;
    if (!before || !gone || !onOneTrack(versions)) return undefined;
    return {
      severity: 'policy',
      message: `${quoted(pair.address)} no longer says that it is there since ${before}: tools that select a version cannot tell`,
    };
  },
});
