import type { Change, TrackerInput } from '../../tracker/index.ts';
import { STANDINGS } from './board.ts';
import { criterionTitle } from './criterion.ts';
import { longDay } from './day.ts';
import { escapeHtml } from './escape-html.ts';

/** Differences between two days as a list, proposal by proposal. @param href completes a path from the site's root. */
export function changesHtml(
  changes: readonly Change[],
  input: TrackerInput,
  href: (path: string) => string,
): string {
  if (changes.length === 0) return '<p>Nothing changed.</p>';
  const groups = [...Map.groupBy(changes, ({ proposal }) => proposal)].map(([proposal, own]) => {
    const items = own.map((change) => `<li>${escapeHtml(changeText(change, input))}</li>`).join('');
    return `<section><h2>${heading(proposal, input, href)}</h2><ul class="changes">${items}</ul></section>`;
  });
  return groups.join('');
}

function heading(proposal: string | null, input: TrackerInput, href: (path: string) => string): string {
  if (proposal === null) return 'The subgroup and its releases';
  return `<a href="${escapeHtml(href(`/proposals/${proposal}/`))}">${escapeHtml(titleOf(proposal, input))}</a>`;
}

function titleOf(proposal: string, input: TrackerInput): string {
  return input.proposals.find(({ id }) => id === proposal)?.title ?? proposal;
}

/** One difference as a sentence without a full stop. */
export function changeText({ what, id, from, to }: Change, input: TrackerInput): string {
  if (what === 'event') return input.events.find((event) => event.id === id)?.title ?? to ?? id ?? '';
  if (what === 'launched') return `Launched on ${longDay(to ?? '')}`;
  if (what === 'criterion') {
    const [set = '', criterion = ''] = (id ?? '').split('/');
    return `${criterionTitle({ set, id: criterion }, input)}: ${from ?? 'not asked'} before, ${to ?? 'not asked'} now`;
  }
  if (what === 'phase') return `Phase: ${from ?? 'no evidence'} before, ${to ?? 'no evidence'} now`;
  if (what === 'standing') return `Standing: ${standing(from)} before, ${standing(to)} now`;
  return `Included: ${from} before, ${to} now`;
}

function standing(value: string | null): string {
  const words: Record<string, string> = STANDINGS;
  return (words[value ?? ''] ?? 'unknown').toLowerCase().replace('preview', 'Preview');
}
