import { nearest } from '../../nearest.ts';
import { firstLetter } from './rank.ts';

/** A word of a query that no page has, and the one that was probably meant. */
export interface Misspelling {
  word: string;
  meant: string | undefined;
}

/** Shorter words are never doubted. */
const SHORTEST = 4;

/** The words of a text as spelling compares them: in lower case, names of many languages parted into their words. */
export function wordsOf(text: string): string[] {
  const parted = text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  const words = parted.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST && !/\p{N}/u.test(word));
}

/** Every word of some texts by its first letter, those that occur most first. */
export function vocabulary(texts: Iterable<string>): Map<string, string[]> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    // Names of many words are known as a whole, too.
    const words = [...wordsOf(text), ...wordsOf(text.toLowerCase())];
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  const found = new Map<string, string[]>(LETTERS.map((letter) => [letter, []]));
  for (const [word] of byCount) found.get(letterOf(word))?.push(word);
  return found;
}

/** The letters that a vocabulary has a list for, `_` for all that are none. */
export const LETTERS: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz_'];

/** The list that a word is in, if it is in any. */
export function letterOf(word: string): string {
  const letter = firstLetter(word);
  return LETTERS.includes(letter) ? letter : '_';
}

/** The words of a query that are in no text, not even as the beginning or in another form of a word. */
export function misspellings(query: string, words: (letter: string) => readonly string[]): Misspelling[] {
  return [...new Set(wordsOf(query))].flatMap((word) => {
    const known = words(letterOf(word));
    const stem = word.replace(/(?:ing|ings|ed|es|s|ly|er|ers|ion|ions)$/, '');
    return known.some((one) => one.startsWith(stem)) ? [] : [{ word, meant: nearest(word, known) }];
  });
}
