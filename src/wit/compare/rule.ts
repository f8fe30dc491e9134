import type { Named, Place } from '../resolve/resolved.ts';
import { type Cause, causeText } from './cause.ts';
import {
  type Change,
  type ComparedVersions,
  type Impact,
  judge,
  type Pair,
  type PairOf,
} from './pairing/index.ts';

/** `breaking`: it no longer links; `source`: it links, but rebuilding may fail; `policy`: gates and versions are used wrongly. */
export type Severity = Impact | 'policy';

/** Severities by how much they matter, the most severe first. */
export const RANK: Record<Severity, number> = { breaking: 0, source: 1, policy: 2, info: 3 };

/** What a rule has found; the rule's id and, by default, the pair's address and places are added by `compare`. */
export interface Found {
  severity: Severity;
  message: string;
  item?: string;
  places?: { old?: Place; new?: Place };
  /** Why it differs, when that is not in itself: see `foldConsequences`. */
  cause?: Cause;
}

/** One thing that may differ between two versions. */
export interface Rule {
  /** The name of its file, its fixture and its anchor in the documentation. */
  id: string;
  /** One sentence for the documentation: what it finds. */
  summary: string;
  /** @param found what rules before it in the list found in all pairs. */
  check(pair: Pair, versions: ComparedVersions, found: readonly Found[]): Found[];
}

/** A rule about one kind of thing. */
export function rule<K extends Pair['kind']>(options: {
  id: string;
  summary: string;
  about: K;
  check(pair: PairOf<K>, versions: ComparedVersions, found: readonly Found[]): Found | Found[] | undefined;
}): Rule {
  const { id, summary, about, check } = options;
  return {
    id,
    summary,
    check: (pair, versions, found) => {
      if (pair.kind !== about) return [];
      const result = check(pair as PairOf<K>, versions, found);
      return result === undefined ? [] : [result].flat();
    },
  };
}

/** A rule about whatever has a gate. */
export function anyKind(options: {
  id: string;
  summary: string;
  check(pair: Pair, versions: ComparedVersions): Found | undefined;
}): Rule {
  const { id, summary, check } = options;
  return {
    id,
    summary,
    check: (pair, versions) => {
      const result = check(pair, versions);
      return result ? [result] : [];
    },
  };
}

/** A finding about a pair as a whole, judged by what its worlds do with it. */
export function finding(versions: ComparedVersions, pair: Pair, change: Change, fact: string): Found {
  const { impact, reason } = judge(versions, pair, change);
  return { severity: impact, message: `${fact}: ${reason}` };
}

/** A finding about a field, case or flag of a type: the place is the member's. */
export function memberFinding(
  versions: ComparedVersions,
  pair: PairOf<'type'>,
  member: { name: string; old?: Named; new?: Named },
  fact: string,
): Found {
  return {
    ...finding(versions, pair, 'changed', fact),
    item: `${pair.address}.${member.name}`,
    places: { old: member.old?.place ?? pair.places.old, new: member.new?.place ?? pair.places.new },
  };
}

/** A name as it stands in a sentence. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** How a type changed, as the end of a sentence; with the same words on both sides, something it is made of did. */
export function typeChange(was: string, is: string, cause?: Cause): string {
  if (was !== is) return `was ${quoted(was)} and is ${quoted(is)}`;
  return cause ? causeText(cause, is) : `is another ${quoted(is)}, through what it is made of`;
}

/** A finding with the reason why it differs, where there is one outside it. */
export function because(found: Found, cause: Cause | undefined): Found {
  return cause ? { ...found, cause } : found;
}

/** `an interface`, `a function`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
