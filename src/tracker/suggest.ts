import type { Decision, Meeting, ProposalNames } from '../meetings/index.ts';
import type { Basis, Evidence, Suggestion, TrackerEvent } from './model.ts';
import { decidedProposals, headingOf } from './notes/decided-proposals.ts';
import { eventYaml } from './notes/event-yaml.ts';
import { tallyText } from './notes/tally-text.ts';

export interface SuggestInput {
  meetings: readonly Meeting[];
  events: readonly TrackerEvent[];
  names: ProposalNames;
}

/**
 * Decisions in notes that no event records, the earliest first, each with an event to paste. Nothing is taken over:
 * a person decides whether the event is right. A corrected event still records its decision.
 */
export function suggest({ meetings, events, names }: SuggestInput): Suggestion[] {
  const found = meetings
    .filter(({ status, date }) => status === 'held' && date !== '')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((meeting) =>
      meeting.decisions
        .filter(({ outcome }) => outcome !== 'informational')
        .flatMap((decision) => {
          const [proposal = null] = decidedProposals(meeting, decision, names);
          const known = events.some((event) => records(event, meeting, decision, proposal));
          return known ? [] : [suggestion(meeting, decision, proposal)];
        }),
    );
  return found.map((one, index) => {
    const before = found.slice(0, index).filter(({ file }) => file === one.file).length;
    return before === 0 ? one : { ...one, file: one.file.replace(/\.yml$/, `-${before + 1}.yml`) };
  });
}

/** Whether an event says what a decision says: the same day, and the same matter. */
export function records(
  event: TrackerEvent,
  meeting: Pick<Meeting, 'path' | 'date' | 'topics'>,
  decision: Decision,
  proposal: string | null,
): boolean {
  if (event.date !== meeting.date) return false;
  if (event.kind === 'phase') {
    const samePhase = decision.toPhase === null || decision.toPhase === event.phase;
    return decision.kind === 'phase-advance' && event.proposal === proposal && samePhase;
  }
  if (event.kind === 'inclusion') return decision.kind === 'inclusion' && event.proposal === proposal;
  if (event.kind === 'launch') return decision.kind === 'launch';
  if (event.kind !== 'decision') return false;
  if (event.tally && decision.tally) return tallyText(event.tally) === tallyText(decision.tally);
  return event.evidence.some((piece) => showsDecision(piece, meeting, decision));
}

/** Whether evidence is the decision's own words, the pull request that it names, or stands below the same heading. */
function showsDecision(
  piece: Evidence,
  meeting: Pick<Meeting, 'path' | 'topics'>,
  decision: Decision,
): boolean {
  if (piece.quote !== undefined && piece.quote === decision.quote) return true;
  const number = piece.kind === 'pull-request' ? /(\d+)$/.exec(piece.url ?? '')?.[1] : undefined;
  const words = `${decision.subject} ${decision.quote ?? ''}`;
  if (number && new RegExp(`(?:\\bPR|pull request|#)\\s*#?${number}\\b`, 'i').test(words)) return true;
  if (piece.path !== meeting.path || piece.line === undefined) return false;
  return piece.line === decision.line || headingOf(meeting, piece.line) === headingOf(meeting, decision.line);
}

/** The event that a decision would make, for a person to paste or mend. */
export function suggestion(meeting: Meeting, decision: Decision, proposal: string | null): Suggestion {
  const words = subjectOf(meeting, decision);
  const what = proposal && decision.toPhase !== null ? `${proposal} phase ${decision.toPhase}` : words;
  return {
    meeting: meeting.date,
    path: meeting.path,
    line: decision.line,
    decision: words,
    file: `content/events/${meeting.date}-${slug(what)}.yml`,
    yaml: eventYaml({
      meeting,
      decision,
      proposal,
      title: titleOf(decision, proposal, words),
      basis: basisOf(decision),
    }),
  };
}

/** A decision's own words, or the heading where those are only a tally's line. */
function subjectOf(meeting: Meeting, { subject, line }: Decision): string {
  const empty = subject === '' || /^\W*(?:SF|F|N|A|SA)\W*:?\W*\d+\W*$/i.test(subject);
  return (empty ? headingOf(meeting, line) : subject).replace(/\s+/g, ' ').trim() || 'a decision';
}

function titleOf({ toPhase, outcome, kind }: Decision, proposal: string | null, words: string): string {
  if (kind !== 'phase-advance' || !proposal) return words;
  const step = toPhase === null ? 'the next phase' : `phase ${toPhase}`;
  return outcome === 'passed' ? `${proposal} advances to ${step}` : `${proposal} to ${step}: ${outcome}`;
}

function basisOf({ method, tally }: Decision): Basis {
  return tally || method === 'tally' ? 'vote' : 'consent';
}

function slug(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? ['decision'];
  return words.slice(0, 6).join('-');
}
