import type { Outcome } from './model.ts';

/** How a run ended, in a sentence: with its time, or with the place in the source. */
export function describeOutcome(outcome: Outcome, ms: number): string {
  switch (outcome.kind) {
    case 'finished':
      return `Finished in ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms.`;
    case 'error':
      return outcome.line === undefined ? outcome.message : `Line ${outcome.line}: ${outcome.message}`;
    default:
      return outcome.message;
  }
}
