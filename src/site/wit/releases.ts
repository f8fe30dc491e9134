import {
  compareVersions,
  type Interface,
  type Package,
  type Resolved,
  type World,
  withMain,
} from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { byName, type PackageVersions } from './by-name.ts';

/** Packages by name, each with its versions, the latest first. */
export const releases: (content: Pick<Content, 'packages'>) => Map<string, PackageVersions> = remember(
  ({ packages }) => new Map(byName(packages).map((one) => [one.name, one])),
);

/** A version that a release replaces before long: `0.3.0-rc-2026-02-09`, `0.2.0-draft`. */
export function isPreRelease(version: string | undefined): boolean {
  return version?.includes('-') ?? false;
}

/** The release that people mean when they name none: the newest that is no pre-release, or else the newest. */
export function latest(versions: readonly Package[]): Package | undefined {
  const newestFirst = versions.toSorted((a, b) => compareVersions(b.version ?? '', a.version ?? ''));
  return newestFirst.find(({ version }) => version && !isPreRelease(version)) ?? newestFirst[0];
}

/**
 * Where each interface and world of a package is shown under `latest`: in the latest release, or, when that does not
 * have it any more or not yet, in the newest one that does.
 */
export function latestItems(versions: readonly Package[]): Map<string, Package> {
  const found = new Map<string, Package>();
  const current = latest(versions);
  const others = versions.filter((one) => one !== current);
  for (const pkg of current ? [current, ...others] : others)
    for (const name of pageNames(pkg)) if (!found.has(name)) found.set(name, pkg);
  return found;
}

/** The interfaces and worlds that have a page. */
export function pageItems(pkg: Package): (Interface | World)[] {
  return [...pkg.interfaces.filter(({ named }) => named), ...pkg.worlds];
}

/** The names of the interfaces and worlds that have a page. */
export function pageNames(pkg: Package): string[] {
  return pageItems(pkg).map(({ name }) => name);
}

const mains: (resolved: Resolved) => Map<string, Resolved> = remember(
  (resolved) => new Map(resolved.packages.map(({ id }) => [id, withMain(resolved, id)])),
);

/** The resolved packages with this one as the main one: what `compare` and `history` take. */
export function resolvedAt({ resolved }: Pick<Content, 'resolved'>, id: string): Resolved {
  const found = mains(resolved).get(id);
  if (!found) throw new Error(`no package ${id}`);
  return found;
}
