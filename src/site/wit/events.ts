import type { TrackerEvent } from '../../tracker/index.ts';
import type { Content } from '../content.ts';

/** What was recorded about an item, or about what it stands in: the earliest first. */
export function eventsAbout({ tracker }: Pick<Content, 'tracker'>, address: string): TrackerEvent[] {
  return tracker.events.filter((event) => namesOf(event).some((name) => covers(name, address)));
}

/** The event that took an item away, when one did and none brought it back. */
export function withdrawal(content: Pick<Content, 'tracker'>, address: string): TrackerEvent | undefined {
  const last = eventsAbout(content, address).findLast(
    (event) => event.kind === 'change' && (event.change === 'removed' || event.change === 'added'),
  );
  return last?.kind === 'change' && last.change === 'removed' ? last : undefined;
}

function namesOf(event: TrackerEvent): readonly string[] {
  if (event.kind === 'inclusion') return [event.world];
  return event.kind === 'change' ? event.items : [];
}

function covers(name: string, address: string): boolean {
  return address === name || address.startsWith(`${name}.`) || address.startsWith(`${name}/`);
}
