import { FIRST_RELEASE } from '../../tracker/first-release.ts';
import type { Change, TrackerInput } from '../../tracker/index.ts';
import { STANDINGS } from './board.ts';
import { criterionTitle } from './criterion.ts';
import { longDay } from './day.ts';
import { type Html, html } from './html.ts';
import { releaseName } from './release-name.ts';

/** Differences between two days as a list, proposal by proposal. @param href completes a path from the site's root. */
export function changesHtml(
  changes: readonly Change[],
  input: TrackerInput,
  href: (path: string) => string,
): Html {
  if (changes.length === 0) return html`<p>Nothing changed.</p>`;
  const groups = [...Map.groupBy(changes, ({ proposal }) => proposal)].map(([proposal, own]) => {
    const items = own
      .filter((change) => !isSaidTwice(change, own))
      .map((change) => html`<li>${changeText(change, input)}</li>`);
    return html`<section><h2>${heading(proposal, input, href)}</h2><ul class="changes">${items}</ul></section>`;
  });
  return html`${groups}`;
}

function heading(proposal: string | null, input: TrackerInput, href: (path: string) => string): Html {
  if (proposal === null) return html`The subgroup and its releases`;
  return html`<a href="${href(`/proposals/${proposal}/`)}">${titleOf(proposal, input)}</a>`;
}

function titleOf(proposal: string, input: TrackerInput): string {
  return input.proposals.find(({ id }) => id === proposal)?.title ?? proposal;
}

/** One difference as a sentence without a full stop. */
export function changeText({ what, id, from, to }: Change, input: TrackerInput): string {
  if (what === 'event') return input.events.find((event) => event.id === id)?.title ?? to ?? id ?? '';
  if (what === 'criterion') {
    const [set = '', criterion = ''] = (id ?? '').split('/');
    const { release } = input.criteria.find((one) => one.id === set) ?? {};
    const title = criterionTitle({ set, id: criterion }, input);
    return `${title}${release ? `, for ${releaseName(release)}` : ''}: from ${verdict(from)} to ${verdict(to)}`;
  }
  if (what === 'phase') return `Phase: from ${from ?? 'no evidence'} to ${to ?? 'no evidence'}`;
  const release = releaseName(id ?? FIRST_RELEASE);
  if (what === 'launched') return `${release} launched on ${longDay(to ?? '')}`;
  if (what === 'standing')
    return `Standing for ${release}: from ${standing(from, release)} to ${standing(to, release)}`;
  return to === 'true' ? `Included in ${release}` : `No longer included in ${release}`;
}

/** Whoever is included has that standing: once is enough. */
function isSaidTwice({ what, id, to }: Change, own: readonly Change[]): boolean {
  return (
    what === 'standing' &&
    to === 'included' &&
    own.some((other) => other.what === 'included' && other.id === id)
  );
}

function verdict(value: string | null): string {
  return value === null ? 'not asked' : value === 'unmet' ? 'not met' : value;
}

function standing(value: string | null, release: string): string {
  if (value === 'included') return `in ${release}`;
  const words: Record<string, string> = STANDINGS;
  return (words[value ?? ''] ?? 'unknown').toLowerCase();
}
