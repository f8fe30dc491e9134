import type { PageVersion } from '../../tracker/index.ts';
import type { GitRepository } from '../git/git-repository.ts';

/**
 * A page at each commit that changed it, the oldest first. It is followed when it moves to another folder under the same
 * name.
 * @param path where it lies now, from the top of the repository
 */
export async function pageVersions(repository: GitRepository, path: string): Promise<PageVersion[]> {
  const fileName = path.replace(/^.*\//, '');
  const commits = await repository.changes(fileName);
  const places = [...new Set([path, ...commits.flatMap(({ paths }) => paths)])];
  const ids = await repository.idsOf(commits.flatMap(({ id }) => places.map((place) => `${id}:${place}`)));
  const versions = commits.flatMap((commit) => {
    const at = places.find((place) => ids.has(`${commit.id}:${place}`));
    const blob = ids.get(`${commit.id}:${at}`);
    return at && blob ? [{ ...commit, path: at, blob }] : [];
  });
  const contents = await repository.read(versions.map(({ blob }) => blob));
  return versions.map(({ id, date, subject, path: at, blob }) => ({
    date,
    commit: id,
    pullRequest: pullRequestOf(subject),
    path: at,
    text: contents.get(blob)?.toString('utf8') ?? '',
  }));
}

/** The pull request that a commit came by, as GitHub writes it into the subject. */
function pullRequestOf(subject: string): number | null {
  const [, merged, squashed] = /^Merge pull request #(\d+)\b|\(#(\d+)\)\s*$/.exec(subject) ?? [];
  return merged || squashed ? Number(merged ?? squashed) : null;
}
