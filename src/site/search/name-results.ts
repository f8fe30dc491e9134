import { nearest } from '../../nearest.ts';
import { lastName } from '../wit/last-name.ts';
import { fetched } from './fetched.ts';
import { matchSignatures, parseSignature } from './match-signature.ts';
import type { NameEntry } from './name-index.ts';
import { normal, rankNames, shardsFor } from './rank.ts';
import type { SignatureEntry } from './signatures.ts';

/** An item that was found, ready to be shown. */
export interface NameResult {
  kind: NameEntry[0];
  address: string;
  url: string;
  /** What it is, or how it is written when a signature was searched for. */
  text: string;
}

/** Where the index of names is. */
export interface NamePlace {
  /** Completes a path from the site's root. */
  at(path: string): string;
  /** The letters that there are files for. */
  shards: string;
}

/** The functions that have the signature which a query is. */
export async function signatureResults(query: string, place: NamePlace): Promise<NameResult[]> {
  const signature = parseSignature(query);
  if (!signature) return [];
  const entries = await fetched<SignatureEntry[]>(place.at('/search/signatures.json'));
  return matchSignatures(entries, signature).map(([address, url, text]) => ({
    kind: 'function',
    address,
    url: place.at(url),
    text,
  }));
}

/** The items that a query names. Fetches a file or two of the index. */
export async function nameResults(query: string, place: NamePlace): Promise<NameResult[]> {
  const { first, further } = shardsFor(query);
  const found = rankNames(await entriesIn(first, place), query);
  const all = found.length > 0 ? found : rankNames(await entriesIn([...first, ...further], place), query);
  return all.map(({ entry: [kind, address, url, text] }) => ({ kind, address, url: place.at(url), text }));
}

/** The name that was probably meant where nothing has the name that a query is. */
export async function nearestName(query: string, place: NamePlace): Promise<string | undefined> {
  const entries = await entriesIn(shardsFor(query).first, place);
  return nearest(
    lastName(normal(query)),
    entries.map(([, address]) => lastName(address.toLowerCase())),
  );
}

async function entriesIn(letters: readonly string[], { at, shards }: NamePlace): Promise<NameEntry[]> {
  const there = letters.filter((letter) => shards.includes(letter));
  const lists = await Promise.all(
    there.map((letter) => fetched<NameEntry[]>(at(`/search/names/${letter}.json`))),
  );
  // A name of two words is in two files.
  const [only, ...others] = lists;
  return others.length === 0
    ? (only ?? [])
    : [...new Map(lists.flat().map((entry) => [entry[1], entry])).values()];
}
