import type { TrackerEvent } from '../../tracker/index.ts';
import type { Link } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { withdrawal } from './events.ts';

/** A decision that carried an item, and the proposal on whose page it is told. */
export interface Decided {
  proposal: string;
  event: TrackerEvent;
}

/** What the group decided of the proposal that an interface or world belongs to, as long as it did: the earliest first. */
export function decidedOf({ tracker }: Pick<Content, 'tracker'>, { address, package: id }: Link): Decided[] {
  const [name = ''] = address.split('/');
  const gone = withdrawal({ tracker }, address)?.date;
  const own = new Set(tracker.proposals.filter((one) => one.package === name).map(({ id }) => id));
  const corrected = new Set(
    tracker.events.map((event) => (event.kind === 'correction' ? event.corrects : '')),
  );
  return tracker.events
    .filter((event) => event.kind === 'phase' || event.kind === 'inclusion')
    .filter(
      ({ proposal, outcome, basis }) => own.has(proposal) && outcome === 'passed' && basis !== 'spoken-of',
    )
    .filter((event) => !corrected.has(event.id) && !(gone && event.date > gone))
    .filter((event) => isOf(event, id))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((event) => ({ proposal: event.proposal, event }));
}

/** Whether a decision for one release, `wasi-0.3`, is about this version of a package; others are about all. */
function isOf(event: TrackerEvent, id: string): boolean {
  const [track] = (event.kind === 'phase' && /\d+\.\d+$/.exec(event.release ?? '')) || [];
  return track === undefined || id.includes(`@${track}.`);
}
