import { inclusionKey } from '../fold.ts';
import { type Check, met, textIn, unknown, unmet } from './check.ts';
import { witEvidence, witVersions } from './wit-exists.ts';

/** Nothing has broken since the proposal came into the release. */
export const stability: Check = {
  summary:
    'Compares each version published after the inclusion with the one before, from a guest’s perspective.',
  needs: { release: 'string', line: 'string' },
  judge(question) {
    const { facts, criterion, proposal } = question;
    const release = textIn(criterion, 'release');
    const included = facts.inclusions.get(inclusionKey(release, proposal?.id ?? ''));
    const wouldMeet = 'Versions that only add, so that what was built before still links.';
    if (!included)
      return unknown(`It is not in ${release}, so nothing has been promised.`, 'Inclusion in the release.');
    const line = `${textIn(criterion, 'line')}.`;
    const known = witVersions(question).filter(({ version }) => version.startsWith(line));
    const days = new Map(proposal?.versions.map(({ version, published }) => [version, published]));
    const compared = known.flatMap((wit, index) => {
      const before = known[index - 1]?.version;
      const found = wit.compared.find(({ version }) => version === before);
      return found && (days.get(wit.version) ?? '') > included.date ? [{ wit, ...found }] : [];
    });
    const [first, ...more] = compared.map(({ wit, version, breaking }) =>
      witEvidence(
        wit,
        breaking.length > 0 ? `breaks ${breaking.join(', ')} of ${version}` : `breaks nothing of ${version}`,
      ),
    );
    if (!first) return unknown('No two versions are at hand here to compare.', wouldMeet);
    const broken = compared.filter(({ breaking }) => breaking.length > 0);
    const names = (list: typeof compared) => list.map(({ wit }) => wit.version).join(', ');
    return broken.length > 0
      ? unmet(`Broken in ${names(broken)}.`, wouldMeet, [first, ...more])
      : met(`Compared with the versions before, nothing breaks in ${names(compared)}.`, [first, ...more]);
  },
};
