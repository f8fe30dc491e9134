import { stringify } from 'yaml';
import type { Decision, Meeting } from '../../meetings/index.ts';
import type { Basis } from '../model.ts';
import { headingOf } from './decided-proposals.ts';
import { tallyText } from './tally-text.ts';

interface Draft {
  meeting: Meeting;
  decision: Decision;
  proposal: string | null;
  title: string;
  basis: Basis;
}

/** What a person has to fill in, where the notes do not tell. */
const OPEN = '???';

/** An event for `content/events/` out of a decision in notes; `???` where the notes do not tell. */
export function eventYaml({ meeting, decision, proposal, title, basis }: Draft): string {
  const event = {
    ...kindOf(meeting, decision, proposal, title),
    basis,
    outcome: decision.outcome,
    tally: decision.tally ? tallyText(decision.tally).split('/').map(Number) : undefined,
    evidence: [{ meeting: meeting.date, passage: decision.quote || OPEN }],
  };
  const { kind, ...rest } = event;
  const written = JSON.parse(JSON.stringify({ kind, date: meeting.date, title, ...rest }));
  return stringify(written, { lineWidth: 0, collectionStyle: 'any' }).replace(
    /^tally:\n((?: {2}- \d+\n)+)/m,
    (_, items: string) => `tally: [${items.match(/\d+/g)?.join(', ')}]\n`,
  );
}

function kindOf(
  meeting: Meeting,
  decision: Decision,
  proposal: string | null,
  title: string,
): Record<string, unknown> & { kind: string } {
  const words = `${decision.quote ?? ''} ${decision.subject} ${headingOf(meeting, decision.line)}`;
  const release = releaseIn(words) ?? OPEN;
  if (decision.kind === 'phase-advance' && proposal) {
    return { kind: 'phase', proposal, phase: decision.toPhase ?? OPEN };
  }
  if (decision.kind === 'inclusion' && proposal) {
    const world = /\b[a-z][\w-]*:[a-z][\w-]*\/[a-z][\w-]*/.exec(words)?.[0] ?? OPEN;
    return { kind: 'inclusion', proposal, world, release };
  }
  if (decision.kind === 'launch') return { kind: 'launch', release };
  return { kind: 'decision', subject: title, ...(proposal ? { proposal } : {}) };
}

/** `preview-2` in "launch Preview 2", `wasi-0.3` in "launch WASI 0.3.0". */
function releaseIn(words: string): string | undefined {
  const preview = /\bpreview\s*(\d)\b/i.exec(words)?.[1];
  const numbered = /\bWASI\s*(0\.\d+)/i.exec(words)?.[1];
  if (preview) return `preview-${preview}`;
  return numbered ? `wasi-${numbered}` : undefined;
}
