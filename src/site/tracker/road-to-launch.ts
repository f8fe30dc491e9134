import { type Day, FIRST_RELEASE, type TrackerEvent, type TrackerInput } from '../../tracker/index.ts';

/** The events that led to the launch of Preview 2: its criteria, the votes on phase 3, the votes on worlds, the launch. */
export function roadToLaunch({ events, criteria }: TrackerInput, launched: Day | null): TrackerEvent[] {
  const sets = criteria.filter(({ release }) => release === FIRST_RELEASE).map(({ id }) => id);
  return events.filter((event) => {
    if (launched && event.date > launched) return false;
    if ('release' in event && event.release && event.release !== FIRST_RELEASE) return false;
    if (event.kind === 'phase') return event.phase === 3;
    if ('criteria' in event) return event.criteria?.some((set) => sets.includes(set)) ?? false;
    return event.kind === 'inclusion' || event.kind === 'launch';
  });
}
