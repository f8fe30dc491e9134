import type { Evidence } from '../../tracker/index.ts';
import { longDay } from './day.ts';
import { escapeHtml } from './escape-html.ts';
import { sentence } from './sentence.ts';

/** Where the site shows a line of a meeting's notes; null where it does not have them. */
export type MinutesLink = (meeting: string, line: number | undefined) => string | null;

/**
 * One piece of evidence as HTML. Words out of restated minutes are a retelling: they are shown as such and never in
 * quotation marks.
 */
export function evidenceHtml(evidence: Evidence, minutes: MinutesLink): string {
  const parts = [
    passage(evidence),
    evidence.detail ? `<span>${escapeHtml(sentence(evidence.detail))}</span>` : '',
    source(evidence, minutes),
  ];
  return `<div class="evidence of-${evidence.kind}">${parts.filter(Boolean).join(' ')}</div>`;
}

function passage({ quote, restated }: Evidence): string {
  if (!quote) return '';
  const words = inlineMarkdown(quote);
  return restated ? `<p class="retold">${words}</p>` : `<q>${words}</q>`;
}

/** The marks that a passage may carry, as people read them: code as code, links and emphasis as their words. */
function inlineMarkdown(text: string): string {
  return escapeHtml(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|__/g, '')).replace(
    /`([^`]+)`/g,
    '<code>$1</code>',
  );
}

function source(evidence: Evidence, minutes: MinutesLink): string {
  if (evidence.kind === 'minutes' && evidence.meeting) {
    const words = `${evidence.restated ? 'Restated minutes' : 'Minutes'}, ${longDay(evidence.meeting)}`;
    const link = minutes(evidence.meeting, evidence.line);
    return link ? `<a href="${escapeHtml(link)}">${words}</a>` : `<span>${words}</span>`;
  }
  if (evidence.url && /^https?:/.test(evidence.url)) {
    return `<a href="${escapeHtml(evidence.url)}">${escapeHtml(urlWords(evidence))}</a>`;
  }
  return '';
}

function urlWords({ url = '', date }: Evidence): string {
  const [, repository, number] = /github\.com\/([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)/.exec(url) ?? [];
  const name = repository ? `${repository}#${number}` : url.replace(/^https?:\/\//, '');
  return date ? `${name}, ${longDay(date)}` : name;
}
