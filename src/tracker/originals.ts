import { didYouMean } from '../nearest.ts';
import { normalWords, wordsDigest } from './digest.ts';
import type { Original, Verbatim } from './model.ts';

/** The original notes at hand, by path; a citation's path (`2023/WASI-07-13.md`) is the end of one. */
export type Originals = ReadonlyMap<string, string>;

/** What became of a cited passage: its words and where they stand, or what is wrong, with a hint. */
export type Cited =
  | { verbatim: Verbatim }
  | { problem: 'original-changed' | 'original-missing'; message: string; hint?: string };

/** The citation of some lines of the original notes; undefined when there are no such lines with words. */
export function cite(path: string, text: string, line: number, endLine: number): Original | undefined {
  const words = wordsOf(text).slice(line - 1, endLine);
  const isThere = line >= 1 && endLine >= line && words.length === endLine - line + 1 && words.some(Boolean);
  return isThere ? { path: shortPath(path), line, endLine, digest: wordsDigest(joined(words)) } : undefined;
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
  /** Lines without words at either end are no part of what is quoted. */
  const verbatim = (path: string, from: number, to: number): Cited => {
    const words = wordsAt(path);
    const line = words.findIndex((one, i) => i >= from - 1 && one !== '') + 1;
    const endLine = words.findLastIndex((one, i) => i < to && one !== '') + 1;
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
    const files = [...originals.keys()];
    const own = files.filter(
      (file) => file === path || file.endsWith(`/${path}`) || file.endsWith(`:${path}`),
    );
    const same = own.find((file) => isAt(file, line, endLine));
    if (same) return verbatim(same, line, endLine);
    for (const file of own) {
      const lines = wordsAt(file);
      for (const size of sizes(endLine - line + 1)) {
        for (let from = 1; from + size - 1 <= lines.length; from++) {
          const isFramed = lines[from - 1] && lines[from + size - 2];
          if (isFramed && isAt(file, from, from + size - 1)) return verbatim(file, from, from + size - 1);
        }
      }
    }
    const renamed = files.find((file) => isAt(file, line, endLine));
    if (renamed) return verbatim(renamed, line, endLine);
    const range = `${line}${endLine > line ? `-${endLine}` : ''}`;
    return own[0]
      ? {
          problem: 'original-changed',
          message: `expected the words that were cited in ${own[0]}:${range}, found that they have changed`,
          hint: `read them again, and write what \`witness tracker cite ${own[0]}:${range}\` prints`,
        }
      : {
          problem: 'original-missing',
          message: `expected the notes ${path}, cited with line ${range}, found no such file among those at hand`,
          hint: didYouMean(path, files.map(shortPath)) ?? 'it may have been renamed or taken away',
        };
  };
}

/** A note's path as a citation has it: with the folder of its year, where there is one. */
export function shortPath(path: string): string {
  const [file = '', folder = ''] = path.split(/[/\\:]/u).reverse();
  return /^\d{4}$/u.test(folder) ? `${folder}/${file}` : file;
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
