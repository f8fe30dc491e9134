import type { Meeting } from '../../meetings/index.ts';
import type { Content } from '../content.ts';
import { decisionOutcome, decisionTitle } from '../render/decision.ts';
import { escapeHtml } from '../render/escape-html.ts';
import { tallyBar } from '../render/tally.ts';

/** Rendered notes in which each decision's place says what was decided and how it went, with its tally as a bar. */
export function markDecisions(
  html: string,
  { decisions }: Pick<Meeting, 'decisions'>,
  { recorded }: Pick<Content, 'recorded'>,
): string {
  return html.replace(
    /(<span class="decision" id="decision-(\d+)"[^>]*>)<\/span>/g,
    (all, open: string, number: string) => {
      const decision = decisions[Number(number) - 1];
      if (!decision || decision.outcome === 'informational') return all;
      const words = `<b>${escapeHtml(decisionTitle(decision, recorded.get(decision)))}</b> ${escapeHtml(decisionOutcome(decision).toLowerCase())}`;
      return `${open}${words}${decision.tally ? tallyBar(decision.tally) : ''}</span>`;
    },
  );
}
