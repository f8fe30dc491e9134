import type { Status, TrackerInput } from '../../tracker/index.ts';
import { inOrder } from './board.ts';
import { criterionSection } from './criterion.ts';
import { longDay } from './day.ts';
import { escapeHtml } from './escape-html.ts';
import type { MinutesLink } from './evidence.ts';

/** How the page links; `href` completes a path from the site's root. */
export interface LaunchLinks {
  minutes: MinutesLink;
  href(path: string): string;
}

/** Whether Preview 2 is launched, and each criterion of the launch, at the status's date. Build and slider share it. */
export function launchSummary(status: Status, input: TrackerInput, links: LaunchLinks): string {
  const { launched, criteria } = status.launch;
  const headline = launched
    ? `Launched on ${longDay(launched)}.`
    : `Not launched: ${criteria.filter(({ verdict }) => verdict === 'met').length} of ${criteria.length} criteria met.`;
  const included = inOrder(status.proposals.filter((proposal) => proposal.included)).map(({ id }) => {
    const title = input.proposals.find((proposal) => proposal.id === id)?.title ?? id;
    return `<a href="${escapeHtml(links.href(`/proposals/${id}/`))}">${escapeHtml(title)}</a>`;
  });
  const list =
    included.length > 0
      ? `<p>Included by then: ${included.join(', ')}.</p>`
      : '<p>No proposal is included.</p>';
  const sections = criteria.map((criterion) => criterionSection(criterion, input, links)).join('');
  return `<p class="headline">${headline}</p>${list}<h2 id="criteria">What the launch asks for</h2>${sections}`;
}
