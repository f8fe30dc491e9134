import { flatFindings, type Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { type Decided, decidedOf } from './decided.ts';
import { type Discussion, discussions } from './discussions.ts';
import { comparison } from './steps.ts';

/** What the record says about the step from one release to another. */
export interface SaidOfChange {
  /** What was decided of the proposal, for the newer release. */
  decided: Decided[];
  /** Where what changed was spoken of: the earliest first, each place once. */
  discussed: Discussion[];
}

/** What was decided about a release, and where the items were spoken of that differ from an older one. */
export function saidOfChange(content: Content, older: Package, newer: Package): SaidOfChange {
  const { findings, renamed } = comparison(content, older, newer);
  const items = new Set([
    ...renamed.flatMap(({ from, to }) => [from, to]),
    ...flatFindings(findings)
      .filter(({ severity }) => severity !== 'policy')
      .map(({ item }) => item),
  ]);
  const places = [...items].flatMap((item) => discussions(item, content.meetings));
  const byPlace = new Map(places.map((place) => [`${place.slug}#${place.anchor}`, place]));
  const before = new Set(decidedOf(content, { address: older.name, package: older.package }).map(idOf));
  const decided = decidedOf(content, { address: newer.name, package: newer.package });
  return {
    // Between lines of releases, only what was decided for the newer one is about the step.
    decided: decided.filter((one) => !before.has(idOf(one))),
    discussed: [...byPlace.values()].sort((a, b) =>
      a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : a.line - b.line,
    ),
  };
}

function idOf({ event }: Decided): string {
  return event.id;
}
