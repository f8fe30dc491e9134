import { type AnyItem, allItems, compareVersions, type LifeMoment, type Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { histories, momentsOf } from './lives.ts';
import { releases } from './releases.ts';
import { line } from './steps.ts';

/** What one release has behind a feature. */
export interface UnstableFeature {
  package: Package;
  feature: string;
  items: AnyItem[];
}

/** Everything that is behind a feature in the newest release of each line of each package, in the order of the source. */
export const unstableNow: (content: Pick<Content, 'packages'>) => UnstableFeature[] = remember((content) =>
  [...releases(content).values()].flatMap(({ versions }) => newestOfLines(versions).flatMap(featuresOf)),
);

/** @param versions the latest first. */
function newestOfLines(versions: readonly Package[]): Package[] {
  return [...Map.groupBy(versions, ({ version }) => line(version)).values()].flatMap(
    ([newest]) => newest ?? [],
  );
}

function featuresOf(pkg: Package): UnstableFeature[] {
  const gated = [...allItems(pkg)].filter(({ gate }) => gate?.unstable);
  return [...Map.groupBy(gated, ({ gate }) => gate?.unstable ?? '')].map(([feature, items]) => ({
    package: pkg,
    feature,
    items,
  }));
}

/** Since when an item is behind its feature, and what became of it since. */
export interface UnstableLife {
  /** Undefined for a package without versions. */
  since?: string;
  /** Whether that is the first release that is here, so that it may be older. */
  orEarlier: boolean;
  /** How it changed behind the feature. */
  changes: LifeMoment[];
}

/** The life behind its feature of an item of a release, up to that release. */
export function unstableLife(content: Content, item: AnyItem, { name, version }: Package): UnstableLife {
  if (version === undefined) return { orEarlier: false, changes: [] };
  const moments = momentsOf(content, item.address).filter(
    ({ release }) => compareVersions(release, version) <= 0,
  );
  const gated = moments.findLastIndex(({ event }) => event === 'gated');
  const since = moments[gated]?.release;
  return {
    ...(since !== undefined && { since }),
    orEarlier: since === histories(content).get(name)?.releases[0],
    changes: moments.slice(gated + 1).filter(({ event }) => event === 'changed'),
  };
}
