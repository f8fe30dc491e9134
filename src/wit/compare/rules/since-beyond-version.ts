import { compareVersions } from '../../version.ts';
import { anyKind, quoted } from '../rule.ts';

export const sinceBeyondVersion = anyKind({
  id: 'since-beyond-version',
  summary: '`@since` names a version that the package has not reached.',
  check(pair, versions) {
    const since = pair.gates.new?.since;
    const version = versions.new.packages[versions.new.main]?.version;
    if (!since || !version || compareVersions(since, version) <= 0) return undefined;
    return {
      severity: 'policy',
      message: `${quoted(pair.address)} is said to be there since ${since}, and the package is at ${version}: nobody can select it`,
    };
  },
});
