import type { Decision } from '../../meetings/index.ts';
import type { TrackerEvent } from '../../tracker/index.ts';

const METHODS: Record<Decision['method'], string> = {
  tally: 'by poll',
  unanimous: 'by unanimous consent',
  'no-objection': 'without objection',
  'chair-declared': 'declared by the chair',
  none: '',
};

const OUTCOMES: Record<Decision['outcome'], string> = {
  passed: 'Passed',
  failed: 'Failed',
  postponed: 'Postponed',
  unstated: 'Outcome not stated',
  informational: 'For information',
};

/**
 * What was decided: in the words of the events that record it, which know best; else `keyvalue to phase 2`, or the subject
 * as the notes put it.
 */
export function decisionTitle(
  { subject, proposal, toPhase, kind }: Decision,
  recordedAs: readonly Pick<TrackerEvent, 'title'>[] = [],
): string {
  if (recordedAs.length > 0) return recordedAs.map(({ title }) => title).join('; ');
  if (kind === 'phase-advance' && proposal && toPhase !== null) return `${proposal} to phase ${toPhase}`;
  // A sentence begins with a capital; a name such as `wasi-cli` or `wasi:http/proxy` stays as it is.
  const words = subject.replace(/^\p{Ll}+(?= )/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words || (kind === 'straw-poll' ? 'Straw poll' : 'Poll');
}

/** How it went: `Passed by unanimous consent`, `Passed, declared by the chair`. */
export function decisionOutcome({ outcome, method, tally }: Decision): string {
  const how = tally ? '' : METHODS[method];
  return how ? `${OUTCOMES[outcome]}${method === 'chair-declared' ? ',' : ''} ${how}` : OUTCOMES[outcome];
}
