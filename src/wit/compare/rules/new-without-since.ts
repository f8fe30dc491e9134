import { compareVersions } from '../../version.ts';
import { onOneTrack } from '../on-one-track.ts';
import { existence } from '../pairing/index.ts';
import { anyKind, quoted } from '../rule.ts';

export const newWithoutSince = anyKind({
  id: 'new-without-since',
  summary: 'Something new does not carry `@since` with a version after the old one.',
  check(pair, versions) {
    const before = versions.old.packages[versions.old.main]?.version;
    const version = versions.new.packages[versions.new.main]?.version;
    const gate = pair.gates.new;
    if (existence(pair) !== 'added' || pair.kind === 'entry' || !pair.containerStays || !onOneTrack(versions))
      return undefined;
    if (pair.unstable.new || (gate?.since && before && compareVersions(gate.since, before) > 0))
      return undefined;
    const says = gate?.since ? `says \`@since(version = ${gate.since})\`` : 'has no `@since`';
    return {
      severity: 'policy',
      message: `${quoted(pair.address)} is new in ${version} and ${says}: tools that select an older version would offer it`,
    };
  },
});
