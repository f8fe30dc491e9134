import { effectiveEvents } from './effective-events.ts';
import { FIRST_RELEASE } from './first-release.ts';
import type { Change, CriterionStatus, Day, ReleaseStanding, Status, TrackerInput } from './model.ts';
import { status } from './status.ts';

/** What differs between two days, the earlier one first: statuses, launches, and the events in between. */
export function changesBetween(input: TrackerInput, from: Day, to: Day): Change[] {
  const before = status(input, from);
  const after = status(input, to);
  const known = new Set(effectiveEvents(input.events, from).map(({ id }) => id));
  const events = effectiveEvents(input.events, to)
    .filter(({ id }) => !known.has(id))
    .map((event): Change => {
      const proposal = 'proposal' in event ? (event.proposal ?? null) : null;
      return { proposal, what: 'event', id: event.id, from: null, to: event.title };
    });
  return [...differences(before, after), ...events];
}

/** What differs between two states of the tracker. */
export function differences(before: Status, after: Status): Change[] {
  return [...launches(before, after), ...proposals(before, after)];
}

function launches(before: Status, after: Status): Change[] {
  const all = (at: Status) =>
    new Map([[FIRST_RELEASE, at.launch], ...at.laterReleases.map(({ id, launch }) => [id, launch] as const)]);
  const earlier = all(before);
  return [...all(after)].flatMap(([release, launch]) => [
    ...differing(null, 'launched', release, earlier.get(release)?.launched ?? null, launch.launched),
    ...criteria(null, earlier.get(release)?.criteria ?? [], launch.criteria),
  ]);
}

function proposals(before: Status, after: Status): Change[] {
  const earlier = new Map(before.proposals.map((proposal) => [proposal.id, proposal]));
  return after.proposals.flatMap((proposal) => {
    const was = earlier.get(proposal.id);
    return [
      ...differing(proposal.id, 'phase', null, text(was?.phase), text(proposal.phase)),
      ...standing(proposal.id, was, proposal),
      ...after.laterReleases.flatMap(({ id, proposals }) => {
        const now = proposals.find((other) => other.id === proposal.id);
        const then = before.laterReleases
          .find((release) => release.id === id)
          ?.proposals.find((other) => other.id === proposal.id);
        return now ? standing(proposal.id, then, now, id) : [];
      }),
      ...criteria(proposal.id, was?.other ?? [], proposal.other),
    ];
  });
}

function standing(
  proposal: string,
  was: ReleaseStanding | undefined,
  now: ReleaseStanding,
  release: string | null = null,
): Change[] {
  return [
    ...differing(proposal, 'included', release, text(was?.included), text(now.included)),
    ...differing(proposal, 'standing', release, was?.standing ?? null, now.standing),
    ...criteria(proposal, was?.criteria ?? [], now.criteria),
  ];
}

function criteria(proposal: string | null, was: CriterionStatus[], now: CriterionStatus[]): Change[] {
  const earlier = new Map(was.map((criterion) => [`${criterion.set}/${criterion.id}`, criterion.verdict]));
  return now.flatMap(({ set, id, verdict }) =>
    differing(proposal, 'criterion', `${set}/${id}`, earlier.get(`${set}/${id}`) ?? null, verdict),
  );
}

function differing(
  proposal: string | null,
  what: Change['what'],
  id: string | null,
  from: string | null,
  to: string | null,
): Change[] {
  return from === to ? [] : [{ proposal, what, id, from, to }];
}

function text(value: number | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
