import { anyKind, quoted } from '../rule.ts';

export const deprecated = anyKind({
  id: 'deprecated',
  summary: 'Something is newly marked `@deprecated`. It still works.',
  check(pair) {
    const version = pair.gates.new?.deprecated;
    if (!pair.old || !version || pair.gates.old?.deprecated) return undefined;
    return {
      severity: 'info',
      message: `${quoted(pair.address)} is deprecated since ${version}: it still works, new code should do without it`,
    };
  },
});
