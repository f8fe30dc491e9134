import type { FileOrigin } from '../find-origin.ts';
import { repositoryAt } from '../repository.ts';
import type { GitPlace } from './git-place.ts';

/**
 * Where files are at home that were read from git: the address of their source, at the tag or branch that they were read
 * from. @param addresses of sources, by name
 */
export async function gitOrigins(
  places: readonly GitPlace[],
  addresses: ReadonlyMap<string, string>,
): Promise<FileOrigin[]> {
  const found = await Promise.all(
    places.map(async (place) => {
      const head = await place.repository.head();
      const known = repositoryAt(addresses.get(place.name) ?? '');
      const revisions = await place.revisions();
      return revisions.map(({ prefix, tag, commit }): FileOrigin => {
        const branch = tag?.name ?? head?.branch ?? 'main';
        return { given: prefix, path: '', repository: known && { ...known, branch }, commit };
      });
    }),
  );
  return [...new Map(found.flat().map((origin) => [origin.given, origin])).values()];
}
