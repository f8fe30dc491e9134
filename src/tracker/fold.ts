import { dependenciesOf } from './dependencies.ts';
import { effectiveEvents } from './effective-events.ts';
import { listedOn } from './listed-on.ts';
import type {
  Basis,
  Day,
  EndedEvent,
  Evidence,
  ImplementationEvent,
  InclusionEvent,
  PhaseEvent,
  Proposal,
  ProposalStatus,
  ReadDecision,
  StatementEvent,
  TrackerEvent,
  TrackerInput,
} from './model.ts';

/** What is known on a day: the events up to it, folded. */
export interface Facts {
  asOf: Day;
  events: TrackerEvent[];
  /** By proposal. No entry: nothing is known about its phase. */
  phases: Map<string, PhaseFact>;
  /** By `<release> <proposal>`. */
  inclusions: Map<string, InclusionFact>;
  /** By release. */
  launches: Map<string, { date: Day; evidence: Evidence[] }>;
  /** By proposal: what the hand-kept page lists. */
  listed: Map<string, NonNullable<ProposalStatus['listed']>>;
  /** By proposal: what became of those that are no longer proposals of their own. */
  ended: Map<string, EndedEvent>;
  /** By proposal, where an event tells. */
  champions: Map<string, string[]>;
  implementations: ImplementationEvent[];
  statements: StatementEvent[];
}

export interface PhaseFact {
  phase: number;
  /** Null where only the hand-kept page tells. */
  basis: Basis | null;
  source: 'recorded' | 'read' | 'listed';
  date: Day;
  evidence: Evidence[];
}

export interface InclusionFact {
  date: Day;
  /** The world that was voted in, of this proposal or of one that depends on it. */
  world: string;
  /** True when it came in with a world that depends on it. */
  carried: boolean;
  evidence: Evidence[];
}

/** Folds the events up to a day, the day itself included, into what is known on it. */
export function fold(
  input: Pick<TrackerInput, 'events' | 'proposals' | 'read' | 'listed'>,
  asOf: Day,
): Facts {
  const events = effectiveEvents(input.events, asOf);
  const last = [...input.events, ...(input.read ?? [])].reduce(
    (day, { date }) => (date > day ? date : day),
    '',
  );
  const facts: Facts = {
    asOf,
    events,
    phases: new Map(),
    inclusions: new Map(),
    launches: new Map(),
    implementations: [],
    statements: [],
    listed: new Map(
      (input.listed ?? []).flatMap((history) => {
        const listing = listedOn(history, asOf, last);
        return listing ? [[history.proposal, listing] as const] : [];
      }),
    ),
    ended: new Map(),
    champions: new Map(),
  };
  for (const event of events) {
    if (event.kind === 'phase') {
      foldPhase(facts, event);
      foldPhaseForRelease(facts, event, input.proposals);
    } else if (event.kind === 'inclusion') foldInclusion(facts, event, input.proposals);
    else if (event.kind === 'implementation') facts.implementations.push(event);
    else if (event.kind === 'statement') facts.statements.push(event);
    else if (event.kind === 'ended') facts.ended.set(event.proposal, event);
    else if (event.kind === 'champions') facts.champions.set(event.proposal, event.champions);
    else if (event.kind === 'launch' && event.outcome === 'passed' && !facts.launches.has(event.release)) {
      facts.launches.set(event.release, { date: event.date, evidence: evidenceOf(event) });
    }
  }
  foldRead(facts, input.read ?? []);
  foldListed(facts);
  return facts;
}

/** An event's evidence, marked with the event that brings it in. */
export function evidenceOf(event: TrackerEvent): Evidence[] {
  return event.evidence.map((piece) => ({ ...piece, event: event.id }));
}

/** The key of `inclusions`. */
export function inclusionKey(release: string, proposal: string): string {
  return `${release} ${proposal}`;
}

/** The last decision counts; a phase that is only spoken of counts while no decision is known. */
function foldPhase(facts: Facts, event: PhaseEvent): void {
  if (event.outcome !== 'passed') return;
  const known = facts.phases.get(event.proposal);
  const decided = event.basis !== 'spoken-of';
  if (!decided && known && known.basis !== 'spoken-of') return;
  if (decided && known?.phase === event.phase && known.basis !== 'spoken-of') {
    known.evidence.push(...evidenceOf(event));
    return;
  }
  const { phase, basis, date } = event;
  facts.phases.set(event.proposal, { phase, basis, source: 'recorded', date, evidence: evidenceOf(event) });
}

/** Decisions that a program read in notes tell the phase of proposals of which nobody has recorded one. */
function foldRead(facts: Facts, read: readonly ReadDecision[]): void {
  const recorded = new Set(facts.phases.keys());
  for (const { proposal, phase, date, evidence } of read.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (date > facts.asOf || recorded.has(proposal)) continue;
    facts.phases.set(proposal, { phase, basis: 'vote', source: 'read', date, evidence });
  }
}

/** What the hand-kept page lists tells the phase where nothing else does. */
function foldListed(facts: Facts): void {
  for (const [proposal, { phase, since, commit, pullRequest }] of facts.listed) {
    if (facts.phases.has(proposal)) continue;
    const change = pullRequest === null ? `commit ${commit?.slice(0, 10)}` : `pull request ${pullRequest}`;
    const dated = since === null ? '' : ` since ${since}, by ${change}`;
    const detail = `The proposals page lists it at phase ${phase}${dated}`;
    const evidence: Evidence[] = [{ kind: 'rule', ...(since && { date: since }), detail }];
    facts.phases.set(proposal, { phase, basis: null, source: 'listed', date: since ?? facts.asOf, evidence });
  }
}

/** A vote on a world includes its proposal and carries those on which it depends. */
function foldInclusion(facts: Facts, event: InclusionEvent, proposals: readonly Proposal[]): void {
  if (event.outcome !== 'passed') return;
  include(facts, proposals, event, { ...event, evidence: evidenceOf(event) });
}

/**
 * A vote that takes a proposal to phase 3 for a release is the vote by which it comes in: the minutes of
 * WASI 0.3's launch hold no other.
 */
function foldPhaseForRelease(facts: Facts, event: PhaseEvent, proposals: readonly Proposal[]): void {
  const { proposal, release, phase, outcome } = event;
  if (!release || phase < 3 || outcome !== 'passed') return;
  const world = proposals.find(({ id }) => id === proposal)?.package ?? proposal;
  const detail = `A vote on phase ${phase} for ${release} is taken as the vote to include ${proposal} in it`;
  const evidence: Evidence[] = [{ kind: 'rule', detail, event: event.id }, ...evidenceOf(event)];
  include(facts, proposals, event, { proposal, release, world, evidence });
}

interface Inclusion {
  proposal: string;
  release: string;
  world: string;
  evidence: Evidence[];
}

function include(
  facts: Facts,
  proposals: readonly Proposal[],
  event: TrackerEvent,
  { proposal, release, world, evidence }: Inclusion,
): void {
  const { date } = event;
  const own = inclusionKey(release, proposal);
  if (facts.inclusions.get(own)?.carried !== false)
    facts.inclusions.set(own, { date, world, carried: false, evidence });
  for (const dependency of dependenciesOf(proposals, proposal, date, release)) {
    const key = inclusionKey(release, dependency);
    const before = facts.inclusions.get(key);
    if (before && !before.carried) continue;
    const detail = `The vote to include ${world} carries ${dependency}, on which it depends`;
    const carried: Evidence[] = [
      ...(before?.evidence ?? []),
      { kind: 'rule', detail, event: event.id },
      ...evidenceOf(event),
    ];
    const fact = before ?? { date, world, carried: true };
    facts.inclusions.set(key, { ...fact, evidence: carried });
  }
}
