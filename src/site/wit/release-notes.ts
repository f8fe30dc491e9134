import type { LifeEvent } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { histories } from './lives.ts';

/** What a release did to one item. */
export interface ReleaseNote {
  item: string;
  detail?: string;
}

/** The order in which notes are told. */
export const NOTE_EVENTS: readonly LifeEvent[] = [
  'added',
  'stabilised',
  'gated',
  'deprecated',
  'changed',
  'removed',
];

/**
 * What each release of a package did, by version and kind of event. The first release adds everything, which is not
 * told; what stands in something that was added or removed goes without saying.
 */
export function releaseNotes(content: Content, name: string): Map<string, Map<LifeEvent, ReleaseNote[]>> {
  const own = histories(content).get(name);
  const notes = new Map<string, Map<LifeEvent, ReleaseNote[]>>();
  if (!own) return notes;
  const [first] = own.releases;
  for (const { item, kind, events } of own.items) {
    if (kind === 'import' || kind === 'export') continue;
    for (const { release, event, detail } of events) {
      if (release === first) continue;
      const there = notes.get(release) ?? new Map<LifeEvent, ReleaseNote[]>();
      notes.set(release, there);
      const told = there.get(event) ?? [];
      const known = told.find((note) => note.item === item);
      if (!known) there.set(event, [...told, { item, ...(detail && { detail }) }]);
      else if (detail) known.detail = known.detail ? `${known.detail}; ${detail}` : detail;
    }
  }
  for (const there of notes.values()) {
    for (const event of ['added', 'removed'] as const) {
      const found = there.get(event);
      if (!found) continue;
      const names = new Set(found.map(({ item }) => item));
      there.set(
        event,
        found.filter(({ item }) => !names.has(item.replace(/\.[^.]*$/, ''))),
      );
    }
  }
  return notes;
}
