import type { Verdict } from '../../tracker/index.ts';
import { type Html, html } from './html.ts';

const SIGNS: Record<Verdict, { path: string; word: string }> = {
  met: { path: 'm3.5 8.5 3 3 6-7', word: 'Met' },
  unmet: { path: 'm4 4 8 8m0-8-8 8', word: 'Not met' },
  unknown: { path: 'M5.6 5.8a2.4 2.4 0 1 1 3.5 2.3c-.8.5-1.1.9-1.1 1.7m0 2.4v.1', word: 'Unknown' },
};

/** A verdict as a sign and its word: the shape tells as much as the colour. */
export function verdictBadge(verdict: Verdict): Html {
  const { path, word } = SIGNS[verdict];
  return html`<span class="verdict ${verdict}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>${word}</span>`;
}

/** A verdict as people say it. */
export function verdictWord(verdict: Verdict): string {
  return SIGNS[verdict].word;
}
