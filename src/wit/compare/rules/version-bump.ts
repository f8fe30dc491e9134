import { compareVersions } from '../../version.ts';
import { track } from '../pairing/index.ts';
import { type Found, rule } from '../rule.ts';

export const versionBump = rule({
  id: 'version-bump',
  summary: 'The step from the old to the new version does not match what changed.',
  about: 'package',
  check(pair, _versions, found) {
    const [before, after] = [pair.old?.version, pair.new?.version];
    if (!before || !after) return undefined;
    const say = (message: string): Found => ({ severity: 'policy', message });
    const order = compareVersions(after, before);
    if (order < 0) return say(`the version goes back from ${before} to ${after}`);
    const changes = found.filter((one) => one.severity !== 'policy');
    if (order === 0) {
      return changes.length > 0
        ? say(`both are ${before}, and they differ: what was published does not change`)
        : undefined;
    }
    if (track(before) !== track(after)) return undefined;
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

function isPatch(before: string, after: string): boolean {
  const minor = (version: string) => version.split('.').slice(0, 2).join('.');
  return minor(before) === minor(after);
}
