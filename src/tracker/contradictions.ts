import { NO_NAMES } from '../meetings/index.ts';
import { portabilityMet } from './checks/portability-met.ts';
import { witVersionsOn } from './checks/wit-exists.ts';
import { effectiveEvents } from './effective-events.ts';
import { evidenceOf, fold } from './fold.ts';
import type { Contradiction, Day, PhaseEvent, Proposal, TrackerEvent, TrackerInput } from './model.ts';
import { decidedProposals } from './notes/decided-proposals.ts';
import { tallyText } from './notes/tally-text.ts';
import { records } from './suggest.ts';

/** What cannot be true together, up to a day: events among themselves, and events against the notes. */
export function contradictions(input: TrackerInput, asOf: Day): Contradiction[] {
  const events = effectiveEvents(input.events, asOf);
  return [
    ...events.flatMap((event) => againstNotes(event, input)),
    ...events.filter((event) => event.kind === 'phase').flatMap((event) => againstVotes(event, events)),
    ...statementsAgainstReports(input, asOf),
    ...input.proposals.flatMap((proposal) => dependenciesAgainstWit(proposal, input, asOf)),
  ];
}

/** The minutes' own tally, as read from them, differs from the event's. */
function againstNotes(event: TrackerEvent, { meetings, proposals }: TrackerInput): Contradiction[] {
  if (!('outcome' in event) || !event.tally) return [];
  const ids = proposals.map(({ id }) => id);
  const proposal = 'proposal' in event ? (event.proposal ?? null) : null;
  const noted = meetings
    .filter(({ status }) => status === 'held')
    .flatMap((meeting) =>
      meeting.decisions.filter((decision) => {
        const [about = null] = decidedProposals(meeting, decision, NO_NAMES, ids);
        return decision.tally && records({ ...event, tally: undefined }, meeting, decision, about);
      }),
    );
  const counts = noted.flatMap(({ tally }) => (tally ? [tallyText(tally)] : []));
  const own = tallyText(event.tally);
  if (counts.length === 0 || counts.includes(own)) return [];
  const message = `${event.id} gives the tally ${own}, and the minutes ${counts.join(' or ')}.`;
  return [{ proposal, message, evidence: evidenceOf(event) }];
}

/** A phase is spoken of that differs from the one that was voted for by then. */
function againstVotes(event: PhaseEvent, events: readonly TrackerEvent[]): Contradiction[] {
  if (event.basis !== 'spoken-of') return [];
  const voted = events
    .filter((other) => other.kind === 'phase')
    .findLast(
      (other) =>
        other.proposal === event.proposal &&
        other.basis !== 'spoken-of' &&
        other.outcome === 'passed' &&
        other.date <= event.date,
    );
  if (!voted || voted.phase === event.phase) return [];
  const message = `${event.proposal} is spoken of as at phase ${event.phase}; the last vote was on phase ${voted.phase}.`;
  return [{ proposal: event.proposal, message, evidence: [...evidenceOf(event), ...evidenceOf(voted)] }];
}

/** Portability criteria are said to be met, and the reports at hand do not show it. */
function statementsAgainstReports(input: TrackerInput, asOf: Day): Contradiction[] {
  const facts = fold(input, asOf);
  return facts.statements.flatMap((statement) => {
    const [setId, criterionId] = statement.criterion.split('/');
    const set = input.criteria.find(({ id }) => id === setId);
    const criterion = set?.criteria.find(({ id }) => id === criterionId);
    const proposal = input.proposals.find(({ id }) => id === statement.proposal);
    if (!set || criterion?.check !== 'portability-met' || !proposal || !statement.holds) return [];
    const { verdict, why, evidence } = portabilityMet.judge({ facts, input, set, criterion, proposal });
    return verdict === 'met'
      ? []
      : [{ proposal: proposal.id, message: `${statement.title}. ${why}`, evidence }];
  });
}

/** The newest WIT of the day uses other proposals than the proposal's file says. */
function dependenciesAgainstWit(proposal: Proposal, input: TrackerInput, asOf: Day): Contradiction[] {
  const newest = witVersionsOn(proposal, input, asOf).at(-1);
  if (!proposal.dependsOn || !newest || newest.errors > 0 || proposal.partOf) return [];
  const byPackage = new Map(
    input.proposals.filter(({ partOf }) => !partOf).map((other) => [other.package, other.id]),
  );
  const used = newest.uses.flatMap((name) => byPackage.get(name) ?? []);
  const said = proposal.dependsOn.map((dependency) => dependency.proposal);
  const always = proposal.dependsOn.filter(({ from, until, release }) => !from && !until && !release);
  const missing = used.filter((id) => !said.includes(id));
  const idle = always.map((dependency) => dependency.proposal).filter((id) => !used.includes(id));
  if (missing.length === 0 && idle.length === 0) return [];
  const parts = [
    ...missing.map((id) => `uses ${id}, which the file does not name`),
    ...idle.map((id) => `does not use ${id}, which the file names`),
  ];
  const message = `${newest.package}@${newest.version} ${parts.join(', and ')}.`;
  return [{ proposal: proposal.id, message, evidence: [{ kind: 'wit', path: newest.path }] }];
}
