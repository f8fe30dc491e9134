import { history, type ItemLife, type LifeMoment, type PackageHistory } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { comparePath } from './addresses.ts';
import { resolvedAt } from './releases.ts';
import { steps } from './steps.ts';

/** The lives of all items of all packages, by package name; packages with one release have none to tell. */
export const histories: (content: Content) => Map<string, PackageHistory> = remember((content) => {
  const found = history(content.packages.map(({ package: id }) => resolvedAt(content, id)));
  return new Map(found.map((one) => [one.package, one]));
});

const lives: (one: PackageHistory) => Map<string, ItemLife> = remember(
  ({ items }) => new Map(items.map((life) => [life.item, life])),
);

/** What is worth telling of an item's life: nothing, where its package has one release. */
export interface Life {
  /** The first release there is, when it has it: it may be older. */
  since?: string;
  /** The first release that has it, when it is not the first there is. */
  added?: string;
  moments: LifeMoment[];
}

/** All that happened to an item, release by release. */
export function momentsOf(content: Content, address: string): readonly LifeMoment[] {
  const own = histories(content).get(address.replace(/\/.*$/, ''));
  return (own && lives(own).get(address)?.events) ?? [];
}

/** The life of an item by its address, without what is true of its whole package. */
export function lifeOf(content: Content, address: string): Life {
  const name = address.replace(/\/.*$/, '');
  const own = histories(content).get(name);
  const events = momentsOf(content, address);
  const added = events.find(({ event }) => event === 'added');
  const first = own && own.releases.length > 1 ? own.releases[0] : undefined;
  return {
    ...(first !== undefined && added?.release === first && { since: first }),
    ...(added && added.release !== own?.releases[0] && { added: added.release }),
    moments: events.filter((moment) => moment !== added),
  };
}

/** What happened at a moment, in short: what became of the item, or the feature that it is behind. */
export function detailOf({ event, detail }: LifeMoment): string | undefined {
  if (event === 'gated' && detail) return `\`${detail}\``;
  // What it means for whom stands behind the colon, and is told where the releases are compared.
  return event === 'changed' ? detail?.replace(/: [^`]*$/, '').replace(/^(?:type )?`[^`]*` /, '') : undefined;
}

/** The path of the page that shows a release of an item's package beside the one before it. */
export function comparedAt(content: Content, address: string, release: string): string | undefined {
  const name = address.replace(/\/.*$/, '');
  const step = steps(content, name).find(({ newer }) => newer.version === release);
  return step?.older.version && comparePath(name, step.older.version, release);
}
