import type { Problem } from '../../problem.ts';
import { byDay, effectiveEvents } from '../effective-events.ts';
import type { PhaseEvent, TrackerEvent } from '../model.ts';
import { type Content, errorAt } from './content.ts';

/** No two events that count say different things of one matter. */
export function conflictingEvents({ events }: Content): Problem[] {
  const files = new Map(events.map((file) => [file.value.id, file]));
  const counting = effectiveEvents(
    events.map(({ value }) => value),
    '9999-12-31',
  ).toSorted(byDay);
  return counting.flatMap((event, index) => {
    const earlier = counting.slice(0, index).find((other) => conflict(other, event));
    const file = files.get(event.id);
    if (!earlier || !file) return [];
    return [
      errorAt(
        file,
        'kind',
        'contradiction',
        `expected no contradiction, found one with ${earlier.id}: ${conflict(earlier, event)}`,
        'a later event of kind correction says which of the two does not count',
      ),
    ];
  });
}

/** What two events contradict each other in, the earlier one first. */
function conflict(a: TrackerEvent, b: TrackerEvent): string | undefined {
  if (a.kind === 'phase' && b.kind === 'phase') return phaseConflict(a, b);
  if (a.kind === 'launch' && b.kind === 'launch' && a.release === b.release) {
    return passed(a) && passed(b) ? `${a.release} is launched twice` : sameDay(a, b);
  }
  if (a.kind === 'inclusion' && b.kind === 'inclusion' && a.world === b.world && a.release === b.release) {
    return sameDay(a, b);
  }
  if (
    a.kind === 'statement' &&
    b.kind === 'statement' &&
    a.proposal === b.proposal &&
    a.criterion === b.criterion
  ) {
    return a.date === b.date && a.holds !== b.holds ? `${a.criterion} holds and does not hold` : undefined;
  }
  return undefined;
}

function phaseConflict(a: PhaseEvent, b: PhaseEvent): string | undefined {
  if (a.proposal !== b.proposal || a.basis === 'spoken-of' || b.basis === 'spoken-of') return undefined;
  if (a.phase === b.phase && a.release === b.release) return sameDay(a, b);
  if (!passed(a) || !passed(b)) return undefined;
  if (a.date === b.date && a.phase !== b.phase) return `phase ${a.phase} and phase ${b.phase} on one day`;
  return b.phase < a.phase
    ? `phase ${a.phase} on ${a.date}, and only phase ${b.phase} on ${b.date}`
    : undefined;
}

function passed(event: { outcome: string }): boolean {
  return event.outcome === 'passed';
}

function sameDay(
  a: { date: string; outcome: string },
  b: { date: string; outcome: string },
): string | undefined {
  return a.date === b.date && a.outcome !== b.outcome
    ? `${a.outcome} and ${b.outcome} on one day`
    : undefined;
}
