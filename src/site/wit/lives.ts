import { history, type ItemLife, type LifeMoment, type PackageHistory } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { resolvedAt } from './releases.ts';

/** The lives of all items of all packages, by package name; packages with one release have none to tell. */
export const histories: (content: Content) => Map<string, PackageHistory> = remember((content) => {
  const found = history(content.packages.map(({ package: id }) => resolvedAt(content, id)));
  return new Map(found.map((one) => [one.package, one]));
});

const lives: (one: PackageHistory) => Map<string, ItemLife> = remember(
  ({ items }) => new Map(items.map((life) => [life.item, life])),
);

/** What is worth telling of an item's life: nothing, when it was there from the first release and never changed. */
export interface Life {
  /** The first release that has it, when it is not the first there is. */
  added?: string;
  moments: LifeMoment[];
}

/** The life of an item by its address, without what is true of its whole package. */
export function lifeOf(content: Content, address: string): Life {
  const name = address.replace(/\/.*$/, '');
  const own = histories(content).get(name);
  const events = (own && lives(own).get(address)?.events) ?? [];
  const added = events.find(({ event }) => event === 'added');
  return {
    ...(added && added.release !== own?.releases[0] && { added: added.release }),
    moments: events.filter((moment) => moment !== added),
  };
}
