import { existence } from '../pairing/index.ts';
import { onOneTrack } from './on-one-track.ts';
import { anyKind, quoted } from './rule.ts';

export const newWithoutSince = anyKind({
  id: 'new-without-since',
  summary: 'Something new does not carry `@since` with the new version.',
  check(pair, versions) {
    const version = versions.new.packages[versions.new.main]?.version;
    const gate = pair.gates.new;
    if (existence(pair) !== 'added' || pair.kind === 'entry' || !pair.containerStays || !onOneTrack(versions))
      return undefined;
    if (pair.unstable.new || gate?.since === version) return undefined;
    const says = gate?.since ? `says \`@since(version = ${gate.since})\`` : 'has no `@since`';
    return {
      severity: 'policy',
      message: `${quoted(pair.address)} is new in ${version} and ${says}: tools that select an older version would offer it`,
    };
  },
});
