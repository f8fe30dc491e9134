import type { Drift } from '../model.ts';

const SENTENCES: Record<Drift['kind'], (row: Drift) => string> = {
  behind: ({ listedPhase, evidencePhase }) =>
    `listed at phase ${listedPhase}, and the notes show phase ${evidencePhase}`,
  ahead: ({ listedPhase, evidencePhase }) =>
    `listed at phase ${listedPhase}, and the notes show only phase ${evidencePhase}`,
  missing: ({ evidencePhase }) => `not listed, and the notes show phase ${evidencePhase}`,
  unproven: ({ listedPhase }) =>
    `listed at phase ${listedPhase}, and no vote with that outcome is in these notes`,
};

/** The kinds of drift: what is certainly wrong comes first. */
export const DRIFT_KINDS = Object.keys(SENTENCES) as Drift['kind'][];

/** How a page and the notes disagree about one proposal, without a full stop. */
export function driftSentence(row: Drift): string {
  return SENTENCES[row.kind](row);
}
