import { anyKind, quoted } from '../rule.ts';

export const unstableToStable = anyKind({
  id: 'unstable-to-stable',
  summary: 'Something that was `@unstable` is promised from now on.',
  check(pair) {
    if (!pair.new || !pair.gates.old?.unstable || pair.gates.new?.unstable) return undefined;
    const since = pair.gates.new?.since ? ` since ${pair.gates.new.since}` : '';
    return {
      severity: 'info',
      message: `${quoted(pair.address)} is stable${since}: the feature ${quoted(pair.gates.old.unstable)} is no longer needed for it`,
    };
  },
});
