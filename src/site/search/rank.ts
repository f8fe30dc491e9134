import { lastName } from '../wit/last-name.ts';
import { kindOfItem } from './kinds.ts';
import type { NameEntry } from './name-index.ts';

/** The files in which a name may be found: the first letters of its words, `fields.get` by `g` only. */
export function shardsOf(address: string): string[] {
  const isPackage = !address.includes('/');
  const name = isPackage ? address : lastName(address);
  return [...new Set(name.split(/[-:]/).map(firstLetter))];
}

/** More words than this are a sentence and no name. */
const MOST_WORDS = 4;

/**
 * The files in which what is asked for would be, none for a sentence; and the further ones in which it might be when
 * these do not have it, because a hyphen stands where another joint should: `wasi-http`, `cache-get`.
 */
export function shardsFor(query: string): { first: string[]; further: string[] } {
  const words = query.trim().split(/\s+/);
  if (words.length > MOST_WORDS) return { first: [], further: [] };
  const letters = (names: string[]) => [...new Set(names.filter(Boolean).map(firstLetter))];
  const names = words.map((word) => lastName(normal(word)));
  const first = letters(names);
  const further = letters(names.flatMap((name) => name.split('-')));
  return { first, further: further.filter((letter) => !first.includes(letter)) };
}

const KIND_ORDER = [
  'package',
  'interface',
  'world',
  'resource',
  'record',
  'variant',
  'enum',
  'flags',
  'type',
  'function',
  'static',
  'constructor',
  'method',
  'field',
  'case',
  'flag',
];

/** How an entry answers: its name exactly, its beginning, the beginning of a word in it; with more words, each of them. */
export type Fit = 'exact' | 'named' | 'prefix' | 'word' | 'words';

const FITS: Fit[] = ['exact', 'named', 'prefix', 'word', 'words'];

/** An item that answers a query, and how. */
interface Ranked {
  entry: NameEntry;
  fit: Fit;
}

/**
 * The entries that answer a query, exact names first, then names that begin so, then names with a word that does. Where
 * nothing has all its words, the first may say what is meant: `resource pollable`, `world command`.
 */
export function rankNames(entries: readonly NameEntry[], query: string): Ranked[] {
  const found = rank(entries, query);
  const [, word = '', rest] = /^\s*([a-z]+)\s+(.+)$/is.exec(query) ?? [];
  if (found.length > 0 || rest === undefined) return found;
  return rank(
    entries.filter(([kind]) => isCalled(kind, word.toLowerCase())),
    rest,
  );
}

function isCalled(kind: NameEntry[0], word: string): boolean {
  return kind === word || kindOfItem(kind) === (word === 'func' ? 'function' : word);
}

function rank(entries: readonly NameEntry[], query: string): Ranked[] {
  const wanted = normal(query);
  if (!wanted) return [];
  const parts = query.trim().split(/\s+/).map(normal);
  const found = entries.flatMap((entry) => {
    const address = entry[1].toLowerCase();
    const fit = fitOf(address, wanted) ?? fitOfWords(address, parts);
    return fit ? [{ entry, fit }] : [];
  });
  return found.sort(
    (a, b) =>
      FITS.indexOf(a.fit) - FITS.indexOf(b.fit) ||
      KIND_ORDER.indexOf(a.entry[0]) - KIND_ORDER.indexOf(b.entry[0]) ||
      a.entry[1].length - b.entry[1].length ||
      (a.entry[1] < b.entry[1] ? -1 : 1),
  );
}

/** A query may be a name, an end of an address at one of its joints, or several words of one name. */
function fitOf(address: string, wanted: string): Fit | undefined {
  if (address === wanted || (address.endsWith(wanted) && isJoint(address, address.length - wanted.length)))
    return 'exact';
  const from = wanted.search(/[^:/.]*$/);
  const [before, start] = [wanted.slice(0, from), wanted.slice(from)];
  const name = lastName(address);
  const head = address.slice(0, address.length - name.length);
  if (before && !(head.endsWith(before) && isJoint(head, head.length - before.length))) return undefined;
  if (name.startsWith(start) || squeezed(name) === squeezed(start)) return 'prefix';
  return name.includes(`-${start}`) || squeezed(name).startsWith(squeezed(start)) ? 'word' : undefined;
}

/** Each of several words may begin a word of the address, if one of them is of the name: `cache get`, `wasi-http`. */
function fitOfWords(address: string, parts: readonly string[]): Fit | undefined {
  const words = parts.flatMap((part) => part.split(/[-:/.]/)).filter(Boolean);
  const begins = (text: string, word: string) => `-${text.replace(/[:/.]/g, '-')}`.includes(`-${word}`);
  const name = lastName(address);
  if (words.length < 2 || !words.every((word) => begins(address, word))) return undefined;
  if (parts.includes(name)) return 'named';
  return words.some((word) => begins(name, word)) ? 'words' : undefined;
}

/** Without hyphens, for those who write `getorset`. */
function squeezed(name: string): string {
  return name.replaceAll('-', '');
}

function isJoint(address: string, at: number): boolean {
  return at === 0 || /[:/.]/.test(address[at - 1] ?? '');
}

/**
 * As addresses are written: without a version, words joined as WIT joins them, whatever language they come from, or out
 * of a tool's message: `wasi:http/types@0.2.3#[method]fields.get`.
 */
export function normal(query: string): string {
  return query
    .trim()
    .replace(/^[`']+|[`']+$/g, '')
    .replace(/#?\[[a-z-]+\]|#/g, '.')
    .replace(/^\./, '')
    .replace(/@[\w.+-]*?(?=[/.]?[a-z]|$)/i, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase()
    .replace(/\(\)$/, '')
    .replace(/[\s_]+/g, '-');
}

/** The letter that names the file which a word is in. */
export function firstLetter(word: string): string {
  const letter = word.replace(/^%/, '').charAt(0).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter : '_';
}
