import type { Evidence } from '../../tracker/index.ts';
import { longDay } from './day.ts';
import { type Html, html, withCode } from './html.ts';
import { sentence } from './sentence.ts';

/** Where the site shows a line of a meeting's notes; null where it does not have them. */
export type MinutesLink = (meeting: string, line: number | undefined) => string | null;

/**
 * One piece of evidence as HTML. Words out of restated minutes are a retelling: they are shown as such and never in
 * quotation marks.
 */
export function evidenceHtml(evidence: Evidence, minutes: MinutesLink): Html {
  const parts = [
    passage(evidence),
    evidence.detail && html`<span>${sentence(evidence.detail)}</span>`,
    source(evidence, minutes),
  ];
  return html`<div class="evidence of-${evidence.kind}">${parts.filter(Boolean).map((part, at) => [at > 0 && ' ', part])}</div>`;
}

function passage({ quote, restated }: Evidence): Html | null {
  if (!quote) return null;
  const words = inlineMarkdown(quote);
  return restated ? html`<p class="retold">${words}</p>` : html`<q>${words}</q>`;
}

/** The marks that a passage may carry, as people read them: code as code, links and emphasis as their words. */
function inlineMarkdown(text: string): Html {
  return withCode(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|__/g, ''));
}

function source(evidence: Evidence, minutes: MinutesLink): Html | null {
  if (evidence.kind === 'minutes' && evidence.meeting) {
    const words = `${evidence.restated ? 'Restated minutes' : 'Minutes'}, ${longDay(evidence.meeting)}`;
    const link = minutes(evidence.meeting, evidence.line);
    return link ? html`<a href="${link}">${words}</a>` : html`<span>${words}</span>`;
  }
  if (evidence.url && /^https?:/.test(evidence.url)) {
    return html`<a href="${evidence.url}">${urlWords(evidence)}</a>`;
  }
  return null;
}

function urlWords({ url = '', date }: Evidence): string {
  const [, repository, number] = /github\.com\/([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)/.exec(url) ?? [];
  const name = repository ? `${repository}#${number}` : url.replace(/^https?:\/\//, '');
  return date ? `${name}, ${longDay(date)}` : name;
}
