import { type Comparison, compare, type Package, type Perspective, sameTrack } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { isPreRelease, releases, resolvedAt } from './releases.ts';

const judged: (content: Content) => Map<string, Comparison> = remember(() => new Map());

/** Two versions of a package compared, once for each perspective. */
export function comparison(
  content: Content,
  older: Package,
  newer: Package,
  perspective: Perspective = 'guest',
): Comparison {
  const key = `${older.package} ${newer.package} ${perspective}`;
  const known = judged(content).get(key);
  if (known) return known;
  const made = compare(resolvedAt(content, older.package), resolvedAt(content, newer.package), {
    perspective,
  });
  judged(content).set(key, made);
  return made;
}

/** One release and one before it. */
export interface Step {
  older: Package;
  newer: Package;
  /** Whether the two promise compatibility to each other: releases of one track, `0.2` or `1`. */
  promised: boolean;
}

/**
 * The steps of a package from release to release, the latest first: to each from the one before it in its line, then,
 * where that is another, from the last stable one before it.
 */
export function steps(content: Content, name: string): Step[] {
  const versions = (releases(content).get(name)?.versions ?? []).filter(({ version }) => version);
  return versions.flatMap((newer, at) => {
    const earlier = versions.slice(at + 1);
    const inLine = earlier.find(({ version }) => line(version) === line(newer.version));
    const stable = earlier.find(({ version }) => !isPreRelease(version));
    const olders = [...new Set([inLine, stable])].filter((one) => one !== undefined);
    const found = olders.length > 0 ? olders : earlier.slice(0, 1);
    return found.map((older) => ({ older, newer, promised: sameTrack(older.version, newer.version) }));
  });
}

/** The line of releases that a version belongs to, its candidates with it: `0.3`, `1`. */
export function line(version = ''): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `${major}.${minor}` : major;
}
