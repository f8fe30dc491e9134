import { type Comparison, compare, type Package, type Perspective, sameTrack } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { releases, resolvedAt } from './releases.ts';

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

/** One release and the one before it. */
export interface Step {
  older: Package;
  newer: Package;
  /** Whether the two promise compatibility to each other: releases of one track, `0.2` or `1`. */
  promised: boolean;
}

/** The steps of a package from release to release, the latest first. */
export function steps(content: Content, name: string): Step[] {
  const versions = (releases(content).get(name)?.versions ?? []).filter(({ version }) => version);
  return versions.slice(0, -1).flatMap((newer, at) => {
    const older = versions[at + 1];
    return older ? [{ older, newer, promised: sameTrack(older.version, newer.version) }] : [];
  });
}
