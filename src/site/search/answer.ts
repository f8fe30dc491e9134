import { fetched } from './fetched.ts';
import { isOfItems, type Kind, kindOfItem } from './kinds.ts';
import {
  type NamePlace,
  type NameResult,
  nameResults,
  nearestName,
  signatureResults,
} from './name-results.ts';
import { letterOf, type Misspelling, misspellings, wordsOf } from './spelling.ts';
import { type Engine, type TextResults, textResults } from './text-results.ts';

/** Where names and texts are looked up. */
export interface Index<Data> extends NamePlace {
  engine(): Promise<Engine<Data>>;
}

/** What a query names, which is known soon. */
export interface NameAnswer {
  names: NameResult[];
  /** Whether these are all: a signature needs no page that has its words. */
  done: boolean;
}

/** Everything that a query leads to. */
export interface Answer<Data> extends TextResults<Data> {
  names: NameResult[];
  /** What was searched for instead, where nothing has a word of the query. */
  readAs?: string;
}

/** The items of a kind that a query names, or that have the signature it is. */
export async function nameAnswer(query: string, kind: Kind, place: NamePlace): Promise<NameAnswer> {
  const signatures = await signatureResults(query, place);
  const names = signatures.length > 0 ? signatures : await nameResults(query, place);
  return { names: ofKind(names, kind), done: signatures.length > 0 };
}

/** Names and pages of a kind. Words that nothing has are replaced by those that were probably meant, or left out. */
export async function answer<Data>(
  query: string,
  kind: Kind,
  { names, done }: NameAnswer,
  index: Index<Data>,
): Promise<Answer<Data>> {
  if (done) return { names, results: [], exact: 0 };
  const isName = !/\s/.test(query);
  const misspelt = isName && names.length > 0 ? [] : await misspeltIn(query, index);
  if (isName && names.length === 0 && (misspelt.length > 0 || /[-_:/.]/.test(query))) {
    const readAs = await nearestName(query, index);
    const near = readAs === undefined ? [] : ofKind(await nameResults(readAs, index), kind);
    if (readAs !== undefined && near.length > 0)
      return { names: near, readAs, ...(await pages(readAs, kind, index)) };
  }
  if (misspelt.length === 0) return { names, ...(await pages(query, kind, index)) };
  const readAs = corrected(query, misspelt);
  return { names, readAs, ...(await pages(readAs, kind, index)) };
}

async function pages<Data>(query: string, kind: Kind, index: Index<Data>): Promise<TextResults<Data>> {
  if (isOfItems(kind) || !query) return { results: [], exact: 0 };
  return textResults(await index.engine(), query, kind);
}

async function misspeltIn(query: string, { at }: NamePlace): Promise<Misspelling[]> {
  const letters = [...new Set(wordsOf(query).map(letterOf))];
  const lists = await Promise.all(
    letters.map((letter) => fetched<string[]>(at(`/search/words/${letter}.json`))),
  );
  return misspellings(query, (letter) => lists[letters.indexOf(letter)] ?? []);
}

function corrected(query: string, misspelt: readonly Misspelling[]): string {
  return misspelt
    .reduce((text, { word, meant }) => text.replace(new RegExp(word, 'gi'), meant ?? ''), query)
    .trim();
}

function ofKind(names: NameResult[], kind: Kind): NameResult[] {
  return kind === 'all' ? names : names.filter((result) => kindOfItem(result.kind) === kind);
}
