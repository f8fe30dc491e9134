import type { Status, TrackerInput } from '../../tracker/index.ts';
import { inOrder } from './board.ts';
import { criterionSection } from './criterion.ts';
import { longDay } from './day.ts';
import type { MinutesLink } from './evidence.ts';
import { type Html, html } from './html.ts';

/** How the page links; `href` completes a path from the site's root. */
export interface LaunchLinks {
  minutes: MinutesLink;
  href(path: string): string;
}

/** Whether Preview 2 is launched, and each criterion of the launch, at the status's date. Build and slider share it. */
export function launchSummary(status: Status, input: TrackerInput, links: LaunchLinks): Html {
  const { launched, criteria } = status.launch;
  const headline = launched
    ? `Launched on ${longDay(launched)}.`
    : `Not launched: ${criteria.filter(({ verdict }) => verdict === 'met').length} of ${criteria.length} criteria met.`;
  const included = inOrder(status.proposals.filter((proposal) => proposal.included)).map(({ id }, at) => {
    const title = input.proposals.find((proposal) => proposal.id === id)?.title ?? id;
    return html`${at > 0 && ', '}<a href="${links.href(`/proposals/${id}/`)}">${title}</a>`;
  });
  const list =
    included.length > 0 ? html`<p>Included by then: ${included}.</p>` : html`<p>No proposal is included.</p>`;
  const sections = criteria.map((criterion) => criterionSection(criterion, input, links));
  return html`<p class="headline">${headline}</p>${list}<h2 id="criteria">What the launch asks for</h2>${sections}`;
}
