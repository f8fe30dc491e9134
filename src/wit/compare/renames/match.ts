import type { Item } from './items.ts';
import { wordsOf } from './names.ts';

export interface Match<Kind extends Item> {
  from: Kind;
  to: Kind;
  score: number;
}

type Score<Kind> = (from: Kind, to: Kind) => number | undefined;

function candidatesOf<Kind extends Item>(
  gone: Iterable<Kind>,
  came: readonly Kind[],
  least: number,
  score: Score<Kind>,
): Match<Kind>[] {
  const candidates: Match<Kind>[] = [];
  const all = [...gone];
  const among = all.length * came.length <= MOST_PAIRS ? () => came : alike(came);
  for (const from of all) {
    for (const to of among(from)) {
      const found = score(from, to);
      if (found !== undefined && found >= least) candidates.push({ from, to, score: found });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** How many pairs are looked at; where there are more, only those whose names are about the same thing. */
const MOST_PAIRS = 250_000;
const MOST_ALIKE = 20;

function alike<Kind extends Item>(came: readonly Kind[]): (from: Kind) => readonly Kind[] {
  const byWords = new Map<string, Kind[]>();
  for (const item of came) {
    const key = wordsOf(item.name).join('-');
    const list = byWords.get(key);
    if (!list) byWords.set(key, [item]);
    else if (list.length < MOST_ALIKE) list.push(item);
  }
  return ({ name }) => byWords.get(wordsOf(name).join('-')) ?? [];
}

/**
 * Pairs what went with what came so that nothing is in two pairs, the closest first; a pair gives way where two others
 * are closer together.
 */
export function matchOneToOne<Kind extends Item>(
  gone: Iterable<Kind>,
  came: readonly Kind[],
  least: number,
  score: Score<Kind>,
): Match<Kind>[] {
  const candidates = candidatesOf(gone, came, least, score);
  const byFrom = new Map<Kind, Match<Kind>>();
  const byTo = new Map<Kind, Match<Kind>>();
  const add = (match: Match<Kind>) => {
    byFrom.set(match.from, match);
    byTo.set(match.to, match);
  };
  for (const match of candidates) if (!byFrom.has(match.from) && !byTo.has(match.to)) add(match);
  for (const match of candidates) {
    const rival = byTo.get(match.to);
    if (byFrom.has(match.from) || !rival) continue;
    const other = candidates.find(({ from, to }) => from === rival.from && !byTo.has(to));
    if (!other || match.score + other.score <= rival.score) continue;
    add(match);
    add(other);
  }
  return [...byFrom.values()];
}

/**
 * Pairs what went with what came, the closest first. Two of the old may become one of the new; nothing becomes two.
 * @param score from 0 to 1; undefined for what cannot be one
 */
export function matchItems<Kind extends Item>(
  gone: Iterable<Kind>,
  came: readonly Kind[],
  least: number,
  score: Score<Kind>,
): Match<Kind>[] {
  const candidates = candidatesOf(gone, came, least, score);
  const done = new Set<Kind>();
  const taken = new Map<Kind, number>();
  const matches: Match<Kind>[] = [];
  for (const match of candidates) {
    const best = taken.get(match.to);
    if (done.has(match.from) || (best !== undefined && match.score < JOINED)) continue;
    done.add(match.from);
    taken.set(match.to, match.score);
    matches.push(match);
  }
  return matches;
}

/** How close something must be to join another that became the same. */
const JOINED = 0.5;
