import { compareVersions } from '../../version.ts';
import { type PairOf, track } from '../pairing/index.ts';
import { type Found, quoted, rule } from '../rule.ts';

export const versionBump = rule({
  id: 'version-bump',
  summary: 'The step from the old to the new version does not match what changed.',
  about: 'package',
  check(pair, _versions, found): Found | undefined {
    const [before, after] = [pair.old?.version, pair.new?.version];
    if (!before || !after) return undefined;
    if (track(before) !== track(after)) return otherNames(pair, before, after);
    const say = (message: string): Found => ({ severity: 'policy', message });
    const order = compareVersions(after, before);
    if (order < 0) return say(`the version goes back from ${before} to ${after}`);
    const changes = found.filter((one) => one.severity !== 'policy');
    if (order === 0) {
      return changes.length > 0
        ? say(`both are ${before}, and they differ: what was published does not change`)
        : undefined;
    }
    if (changes.some((one) => one.severity === 'breaking')) {
      return say(
        `${before} to ${after} stays on the track ${track(before)}, which promises that nothing breaks: this change needs a new track`,
      );
    }
    return isPatch(before, after) && changes.length > 0 && !before.startsWith('0.')
      ? say(
          `${before} to ${after} is a patch, and something is added or changed: that takes a new minor version`,
        )
      : undefined;
  },
});

/** On another track the interfaces have other names: whatever else is the same, the one does not link with the other. */
function otherNames(pair: PairOf<'package'>, before: string, after: string): Found | undefined {
  const shared = [...(pair.old?.interfaces.keys() ?? [])].find((name) => pair.new?.interfaces.has(name));
  const step = { package: pair.address, old: track(before), new: track(after) };
  if (shared === undefined) return undefined;
  const isBack = compareVersions(after, before) < 0;
  const [was, is] = [before, after].map((version) => quoted(`${pair.address}/${shared}@${version}`));
  return {
    severity: 'breaking',
    message: `${before} to ${after} is a step ${isBack ? 'back ' : ''}to another track: names no longer match (${was} is not ${is}), so what was built for the one does not link with the other`,
    cause: { kind: 'step', step },
  };
}

function isPatch(before: string, after: string): boolean {
  const minor = (version: string) => version.split('.').slice(0, 2).join('.');
  return minor(before) === minor(after);
}
