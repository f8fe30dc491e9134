import type { Decision } from '../meetings/index.ts';
import type { TrackerEvent } from './model.ts';
import { decidedProposals } from './notes/decided-proposals.ts';
import { records, type SuggestInput } from './suggest.ts';

/**
 * The events that record the decisions of notes: one for each proposal that a decision moves, in its order. Decisions
 * that nobody has recorded are left out. Where two events say the same of one day, the one whose evidence stands
 * nearest is meant.
 */
export function recorded({ meetings, events, names }: SuggestInput): Map<Decision, TrackerEvent[]> {
  const byDay = Map.groupBy(events, ({ date }) => date);
  const ids = events.flatMap((event) => ('proposal' in event && event.proposal ? [event.proposal] : []));
  const found = new Map<Decision, TrackerEvent[]>();
  for (const meeting of meetings) {
    const own = byDay.get(meeting.date) ?? [];
    for (const decision of own.length > 0 ? meeting.decisions : []) {
      const proposals = decidedProposals(meeting, decision, names, ids);
      const matching = (proposals.length > 0 ? proposals : [null]).flatMap(
        (proposal) =>
          own
            .filter((event) => records(event, meeting, decision, proposal))
            .sort((a, b) => distance(a, decision, meeting.path) - distance(b, decision, meeting.path))[0] ??
          [],
      );
      if (matching.length > 0) found.set(decision, matching);
    }
  }
  return found;
}

/** How many lines there are between a decision and the evidence of an event. */
function distance({ evidence }: TrackerEvent, { line }: Decision, path: string): number {
  const lines = evidence.flatMap((piece) =>
    piece.path === path && piece.line !== undefined ? piece.line : [],
  );
  return Math.min(...lines.map((one) => Math.abs(one - line)));
}
