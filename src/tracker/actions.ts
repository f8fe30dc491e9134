import { driftSentence } from './audit/drift-sentence.ts';
import { contradictions } from './contradictions.ts';
import { effectiveEvents } from './effective-events.ts';
import { evidenceOf } from './fold.ts';
import type {
  Action,
  Day,
  Drift,
  Evidence,
  Notes,
  ScheduledEvent,
  TrackerEvent,
  TrackerInput,
} from './model.ts';

/** Action items of meetings older than this many meetings are no longer shown. */
const RECENT_MEETINGS = 6;

/** How far ahead agendas are looked at. */
const DAYS_AHEAD = 60;

/** What chairs have to look after on a day, the most pressing kinds first. */
export function actions(input: TrackerInput, asOf: Day, drift: readonly Drift[] = []): Action[] {
  const events = effectiveEvents(input.events, asOf);
  return [
    ...events
      .filter((event) => event.kind === 'scheduled')
      .filter(({ version }) => version === undefined)
      .flatMap((event) => scheduled(event, events, asOf)),
    ...announced(input.meetings, asOf),
    ...openOutcomes(events),
    ...contradictions(input, asOf).map(
      ({ proposal, message, evidence }): Action => ({
        kind: 'contradiction',
        date: asOf,
        proposal,
        message,
        evidence,
      }),
    ),
    ...drift.map(
      (row): Action => ({
        kind: 'drift',
        date: asOf,
        proposal: row.proposal,
        message: `On the proposals page: ${driftSentence(row)}.`,
        evidence: row.evidence.map(
          ({ meeting, line, quote }): Evidence => ({ kind: 'minutes', meeting, line, quote }),
        ),
      }),
    ),
    ...actionItems(input.meetings, asOf),
  ];
}

/** A planned vote that is still to come, or whose day went by without it and without a new one. */
function scheduled(event: ScheduledEvent, events: readonly TrackerEvent[], asOf: Day): Action[] {
  const again = events.some(
    (other) => other.kind === 'scheduled' && other.subject === event.subject && other.on > event.on,
  );
  const held = events.some(
    (other) => other.date >= event.on && 'outcome' in other && sameMatter(event, other),
  );
  if (again || held) return [];
  const missed = event.on < asOf;
  return [
    {
      kind: missed ? 'missed-vote' : 'scheduled-vote',
      date: event.on,
      proposal: event.proposal ?? null,
      message: missed
        ? `A vote on ${event.subject} was planned for ${event.on}, and none is recorded.`
        : `A vote on ${event.subject} is planned for ${event.on}.`,
      evidence: evidenceOf(event),
    },
  ];
}

function sameMatter(plan: ScheduledEvent, event: TrackerEvent): boolean {
  if (plan.proposal) return 'proposal' in event && event.proposal === plan.proposal;
  return event.kind === 'launch' || (event.kind === 'decision' && event.subject === plan.subject);
}

/** Votes on the agenda of the meetings of the next days. */
function announced(meetings: readonly Notes[], asOf: Day): Action[] {
  const until = new Date(Date.parse(asOf) + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
  return meetings
    .filter(({ date }) => date >= asOf && date <= until)
    .flatMap(({ date, path, agenda, restated }) =>
      agenda
        .filter(({ text }) => /\b(?:vote|poll|advance)\b/i.test(text))
        .map(
          ({ text, line }): Action => ({
            kind: 'scheduled-vote',
            date,
            proposal: null,
            message: `On the agenda of ${date}: ${text}`,
            evidence: [
              { kind: 'minutes', meeting: date, path, line, quote: text, ...(restated ? { restated } : {}) },
            ],
          }),
        ),
    );
}

/** Votes whose outcome the minutes do not state, and postponed ones that were not taken up again. */
function openOutcomes(events: readonly TrackerEvent[]): Action[] {
  return events
    .filter((event) => event.kind === 'phase')
    .filter(({ outcome }) => outcome === 'unstated' || outcome === 'postponed')
    .filter(
      (event) =>
        !events.some(
          (later) =>
            later.kind === 'phase' &&
            later !== event &&
            later.date >= event.date &&
            later.proposal === event.proposal &&
            later.phase >= event.phase,
        ),
    )
    .map(
      (event): Action => ({
        kind: 'open-outcome',
        date: event.date,
        proposal: event.proposal,
        message:
          event.outcome === 'postponed'
            ? `The vote on phase ${event.phase} was postponed and is not recorded since.`
            : `The vote on phase ${event.phase} has no stated outcome.`,
        evidence: evidenceOf(event),
      }),
    );
}

/** Action items of the last meetings: due at the next one, overdue when that has been held. */
function actionItems(meetings: readonly Notes[], asOf: Day): Action[] {
  const held = meetings
    .filter(({ date, status }) => status === 'held' && date <= asOf)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return held.slice(-RECENT_MEETINGS).flatMap(({ date, path, actionItems, restated }) => {
    const due = held.find((next) => next.date > date)?.date;
    return actionItems.map(
      ({ owner, text, line }): Action => ({
        kind: 'action-item',
        date: due ?? date,
        proposal: null,
        message: `${owner ? `${owner}: ` : ''}${text}${due ? ` (was due on ${due})` : ''}`,
        evidence: [
          { kind: 'minutes', meeting: date, path, line, quote: text, ...(restated ? { restated } : {}) },
        ],
      }),
    );
  });
}
