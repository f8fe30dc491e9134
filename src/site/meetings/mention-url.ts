import type { Content } from '../content.ts';
import { newestItem } from '../wit/newest-item.ts';

/** Where the thing that a mention names is shown: a path from the site's root, or an address on GitHub. */
export function mentionUrl(
  target: string,
  { tracker, packages }: Pick<Content, 'tracker' | 'packages'>,
): string | undefined {
  const [, proposal] = /^proposal:(.+)$/.exec(target) ?? [];
  if (proposal)
    return tracker.proposals.some(({ id }) => id === proposal) ? `/proposals/${proposal}/` : undefined;
  const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(target) ?? [];
  if (repository) return `https://github.com/${repository}/issues/${number}`;
  return newestItem(packages, target)?.url;
}
