import { inclusionKey } from '../fold.ts';
import type { WitFacts } from '../model.ts';
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
    const published = new Map(proposal?.versions.map(({ version, published }) => [version, published]));
    const line = `${textIn(criterion, 'line')}.`;
    const later = witVersions(question).filter(
      ({ version, compared }) =>
        compared && version.startsWith(line) && (published.get(version) ?? '') > included.date,
    );
    const [first, ...more] = later.map((wit) =>
      witEvidence(
        wit,
        wit.compared?.breaking.length
          ? `breaks ${wit.compared.breaking.join(', ')} of ${wit.compared.version}`
          : `breaks nothing of ${wit.compared?.version}`,
      ),
    );
    if (!first) return unknown('No later version is at hand here to compare.', wouldMeet);
    const broken = later.filter(({ compared }) => compared && compared.breaking.length > 0);
    const names = (versions: WitFacts[]) => versions.map(({ version }) => version).join(', ');
    return broken.length > 0
      ? unmet(`Broken in ${names(broken)}.`, wouldMeet, [first, ...more])
      : met(`Compared with the versions before, nothing breaks in ${names(later)}.`, [first, ...more]);
  },
};
