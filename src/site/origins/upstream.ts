import { repositoryAt } from '../../load/index.ts';
import type { Content } from '../content.ts';
import { issuesUrl } from './forge-links.ts';

/** Those who keep what a page shows of somebody else's: a mistake in it is theirs to mend. */
export interface Upstream {
  what: 'interface' | 'proposal' | 'minutes';
  /** `WebAssembly/wasi-keyvalue`, or the host. */
  name: string;
  url: string;
  issues: string | null;
}

/** Who keeps the proposals that a package belongs to, each repository once. */
export function upstreamOfPackage({ tracker }: Pick<Content, 'tracker'>, name: string): Upstream[] {
  return keepers(
    'interface',
    tracker.proposals.filter((one) => one.package === name),
  );
}

/** Who keeps a proposal. */
export function upstreamOfProposal({ tracker }: Pick<Content, 'tracker'>, id: string): Upstream[] {
  return keepers(
    'proposal',
    tracker.proposals.filter((one) => one.id === id),
  );
}

/** Where restated minutes have their original. */
export function upstreamOfMinutes(source: string): Upstream[] {
  return /^https?:\/\//.test(source) ? [upstream('minutes', source)] : [];
}

function keepers(what: Upstream['what'], proposals: Content['tracker']['proposals']): Upstream[] {
  const urls = proposals.flatMap(({ repository }) => repository ?? []);
  return [...new Set(urls)].map((url) => upstream(what, url));
}

function upstream(what: Upstream['what'], url: string): Upstream {
  const repository = repositoryAt(url);
  return {
    what,
    name: repository ? new URL(repository.url).pathname.slice(1) : new URL(url).host,
    url,
    issues: repository && issuesUrl(repository),
  };
}
