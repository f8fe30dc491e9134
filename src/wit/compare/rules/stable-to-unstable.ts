import { anyKind, quoted } from '../rule.ts';

export const stableToUnstable = anyKind({
  id: 'stable-to-unstable',
  summary: 'Something that was promised is marked `@unstable`.',
  check(pair) {
    if (!pair.old || !pair.new || pair.gates.old?.unstable || !pair.gates.new?.unstable || pair.unstable.old)
      return undefined;
    return {
      severity: 'policy',
      message: `${quoted(pair.address)} was stable and is behind the feature ${quoted(pair.gates.new.unstable)}: those who relied on it have to switch the feature on`,
    };
  },
});
