import { didYouMean } from '../nearest.ts';
import { normalWords, wordsDigest } from './digest.ts';
import type { Original, Verbatim } from './model.ts';

/** The original notes at hand, by their path below the notes' folder (`2023/WASI-07-13.md`). */
export type Originals = ReadonlyMap<string, string>;

/** What became of a cited passage: its words and where they stand, or what is wrong, with a hint. */
export type Cited =
  | { verbatim: Verbatim }
  | { problem: 'original-changed' | 'original-missing'; message: string; hint?: string };

/** The citation of some lines of the original notes; undefined when there are no such lines with words. */
export function cite(path: string, text: string, line: number, endLine: number): Original | undefined {
  const words = wordsOf(text).slice(line - 1, endLine);
  const isThere = line >= 1 && endLine >= line && words.length === endLine - line + 1 && words.some(Boolean);
  return isThere ? { path, line, endLine, digest: wordsDigest(joined(words)) } : undefined;
}

/** How many lines more or fewer a passage may take after somebody has wrapped it anew. */
const REWRAPPED = 2;

/**
 * Finds cited passages in the original notes: at their lines, else elsewhere in the same file, else at the same
 * lines of another file, as after a renaming.
 */
export function citations(originals: Originals): (original: Original) => Cited {
  const prepared = new Map<string, string[]>();
  const wordsAt = (path: string) => {
    const words = prepared.get(path) ?? wordsOf(originals.get(path) ?? '');
    prepared.set(path, words);
    return words;
  };
  const verbatim = (path: string, line: number, endLine: number): Cited => {
    const text = linesOf(originals.get(path) ?? '')
      .slice(line - 1, endLine)
      .join('\n')
      .trim();
    return { verbatim: { text, path, line, endLine } };
  };
  return ({ path, line, endLine, digest }) => {
    const isAt = (where: string, from: number, to: number) => {
      const words = wordsAt(where).slice(from - 1, to);
      return words.length === to - from + 1 && wordsDigest(joined(words)) === digest;
    };
    if (isAt(path, line, endLine)) return verbatim(path, line, endLine);
    const lines = wordsAt(path);
    for (const size of sizes(endLine - line + 1)) {
      for (let from = 1; from + size - 1 <= lines.length; from++) {
        const isFramed = lines[from - 1] && lines[from + size - 2];
        if (isFramed && isAt(path, from, from + size - 1)) return verbatim(path, from, from + size - 1);
      }
    }
    for (const other of originals.keys())
      if (isAt(other, line, endLine)) return verbatim(other, line, endLine);
    return originals.has(path)
      ? {
          problem: 'original-changed',
          message: `expected in ${path}:${line} the words that were cited, found that they have changed`,
          hint: `read them again, and write what \`witness tracker cite ${path}:${line}-${endLine}\` prints`,
        }
      : {
          problem: 'original-missing',
          message: `expected the notes ${path}:${line}, found no such file among those at hand`,
          hint: didYouMean(path, originals.keys()) ?? 'it may have been renamed or taken away',
        };
  };
}

/** The number of lines that was cited first, then the nearest others. */
function sizes(cited: number): number[] {
  const more = Array.from({ length: REWRAPPED }, (_, i) => [cited - i - 1, cited + i + 1]).flat();
  return [cited, ...more].filter((size) => size > 0);
}

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
}

function wordsOf(text: string): string[] {
  return linesOf(text).map(normalWords);
}

function joined(words: readonly string[]): string {
  return words.filter(Boolean).join(' ');
}
