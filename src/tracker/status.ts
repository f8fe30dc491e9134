import { FIRST_RELEASE } from './first-release.ts';
import { evidenceOf, type Facts, fold, inclusionKey } from './fold.ts';
import { judgeSet, stageOn } from './judge.ts';
import type {
  CriteriaSet,
  Day,
  EndedEvent,
  LaunchStatus,
  PhaseEntry,
  Proposal,
  ProposalStatus,
  ReleaseStanding,
  ReleaseStatus,
  Standing,
  Status,
  TrackerInput,
} from './model.ts';

/** The tracker on a day, the day's own events included. The same input and day give the same bytes. */
export function status(input: TrackerInput, asOf: Day): Status {
  const facts = fold(input, asOf);
  const proposals = input.proposals.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const later = [...new Set(input.criteria.map(({ release }) => release))]
    .filter((release) => release !== undefined)
    .filter((release) => release !== FIRST_RELEASE)
    .sort();
  return {
    asOf,
    proposals: proposals.map((proposal) => proposalStatus(input, facts, proposal)),
    launch: launchStatus(input, facts, FIRST_RELEASE),
    laterReleases: later.map((release) => releaseStatus(input, facts, proposals, release)),
  };
}

function proposalStatus(input: TrackerInput, facts: Facts, proposal: Proposal): ProposalStatus {
  const phase = facts.phases.get(proposal.id);
  const ended = facts.ended.get(proposal.id);
  const entry = (number: number) => phaseEntry(input, facts, proposal, number);
  const { included, standing, inclusion, criteria } = releaseStanding(input, facts, proposal, FIRST_RELEASE);
  return {
    id: proposal.id,
    phase: phase?.phase ?? null,
    phaseBasis: phase?.basis ?? null,
    phaseEvidence: phase?.evidence ?? [],
    phaseSource: phase?.source ?? null,
    listed: facts.listed.get(proposal.id) ?? null,
    champions: facts.champions.get(proposal.id) ?? proposal.champions,
    ended: ended ? endOf(ended) : null,
    included,
    standing,
    inclusion,
    criteria,
    currentPhase: phase ? entry(phase.phase) : null,
    nextPhase: phase ? entry(phase.phase + 1) : null,
    other: input.criteria
      .filter((set) => set.judges === 'proposal' && !set.release)
      .flatMap((set) => judgeSet(input, facts, set, proposal)),
  };
}

function endOf(event: EndedEvent): ProposalStatus['ended'] {
  const { how, into, release, date } = event;
  return {
    how,
    ...(into ? { into } : {}),
    ...(release ? { release } : {}),
    since: date,
    evidence: evidenceOf(event),
  };
}

function phaseEntry(input: TrackerInput, facts: Facts, proposal: Proposal, phase: number): PhaseEntry | null {
  const set = input.criteria.find(
    ({ judges, phase: entered }) => judges === 'phase-entry' && entered === phase,
  );
  const criteria = set ? judgeSet(input, facts, set, proposal) : [];
  return criteria.length > 0 ? { phase, criteria } : null;
}

function releaseStatus(
  input: TrackerInput,
  facts: Facts,
  proposals: Proposal[],
  release: string,
): ReleaseStatus {
  return {
    id: release,
    proposals: proposals.map((proposal) => ({
      id: proposal.id,
      ...releaseStanding(input, facts, proposal, release),
    })),
    launch: launchStatus(input, facts, release),
  };
}

function releaseStanding(
  input: TrackerInput,
  facts: Facts,
  proposal: Proposal,
  release: string,
): ReleaseStanding {
  const sets = input.criteria.filter((set) => set.judges === 'proposal' && set.release === release);
  const fact = facts.inclusions.get(inclusionKey(release, proposal.id));
  return {
    included: fact !== undefined,
    standing: fact ? 'included' : standingOutside(sets, facts, proposal, release),
    inclusion: fact?.evidence ?? [],
    criteria: sets.flatMap((set) => judgeSet(input, facts, set, proposal)),
  };
}

function standingOutside(sets: CriteriaSet[], facts: Facts, { partOf }: Proposal, release: string): Standing {
  if (partOf && facts.inclusions.has(inclusionKey(release, partOf))) return 'part';
  if (sets.some(({ closedBy }) => closedBy && facts.launches.has(closedBy))) return 'shut-out';
  const adopted = sets.some((set) => stageOn(set, facts.asOf)?.state === 'adopted');
  return adopted ? 'open' : 'not-yet';
}

function launchStatus(input: TrackerInput, facts: Facts, release: string): LaunchStatus {
  return {
    criteria: input.criteria
      .filter((set) => set.judges === 'launch' && set.release === release)
      .flatMap((set) => judgeSet(input, facts, set, null)),
    launched: facts.launches.get(release)?.date ?? null,
  };
}
