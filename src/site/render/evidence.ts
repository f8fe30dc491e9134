import type { Evidence } from '../../tracker/index.ts';
import { longDay } from './day.ts';
import { type Html, html, withCode } from './html.ts';
import { sentence } from './sentence.ts';

/** Where the site shows a line of a meeting's notes; null where it does not have them. */
export type MinutesLink = (meeting: string, line: number | undefined) => string | null;

/**
 * One piece of evidence as HTML. Where the original notes are at hand their words are quoted as they stand there;
 * words out of restated minutes are a retelling: they are shown as such and never in quotation marks.
 */
export function evidenceHtml(evidence: Evidence, minutes: MinutesLink): Html {
  const parts = [
    passage(evidence),
    evidence.detail && html`<span>${sentence(evidence.detail)}</span>`,
    source(evidence, minutes),
  ];
  return html`<div class="evidence of-${evidence.kind}">${parts.filter(Boolean).map((part, at) => [at > 0 && ' ', part])}</div>`;
}

function passage({ quote, restated, verbatim }: Evidence): Html | null {
  if (verbatim) return html`<blockquote class="verbatim">${verbatim.text}</blockquote>`;
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
    const { meeting, restated, verbatim, url } = evidence;
    const words = `${restated && !verbatim ? 'Restated minutes' : 'Minutes'}, ${longDay(meeting)}`;
    const link = minutes(meeting, verbatim?.line ?? evidence.line);
    if (link) return html`<a href="${link}">${words}</a>`;
    const place = verbatim && html` <code>${verbatim.path}</code>, ${lines(verbatim)}`;
    const original = url && /^https:/.test(url) && html` <a href="${url}">the notes themselves</a>`;
    return html`<span>${words}</span>${place}${original}`;
  }
  if (evidence.url && /^https?:/.test(evidence.url)) {
    return html`<a href="${evidence.url}">${urlWords(evidence)}</a>`;
  }
  return null;
}

function lines({ line, endLine }: { line: number; endLine: number }): string {
  return endLine > line ? `lines ${line} to ${endLine}` : `line ${line}`;
}

function urlWords({ url = '', date }: Evidence): string {
  const [, repository, number] = /github\.com\/([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)/.exec(url) ?? [];
  const name = repository ? `${repository}#${number}` : url.replace(/^https?:\/\//, '');
  return date ? `${name}, ${longDay(date)}` : name;
}
