/** A text with its white space made single blanks, and the line on which each character stands. */
export interface Searchable {
  text: string;
  lines: number[];
}

/** Prepares minutes for searching; front matter is no part of them. */
export function searchable(source: string): Searchable {
  const head = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(source)?.[0] ?? '';
  let line = head.split('\n').length;
  let text = '';
  const lines: number[] = [];
  for (const character of source.slice(head.length)) {
    const blank = /\s/.test(character);
    if (!blank || (text !== '' && !text.endsWith(' '))) {
      text += blank ? ' ' : character;
      for (let unit = 0; unit < (blank ? 1 : character.length); unit++) lines.push(line);
    }
    if (character === '\n') line += 1;
  }
  return { text, lines };
}

/** The line on which a passage begins, when the minutes hold it word for word; only white space may differ. */
export function locatePassage(minutes: Searchable, passage: string): number | undefined {
  const wanted = passage.trim().replace(/\s+/g, ' ');
  const at = wanted === '' ? -1 : minutes.text.indexOf(wanted);
  return at === -1 ? undefined : minutes.lines[at];
}

/**
 * The passage of the minutes, as long as the passage, that shares most with it: words and pairs of words, rare ones
 * counting for more.
 */
export function nearestPassage(
  minutes: Searchable,
  passage: string,
): { text: string; line: number } | undefined {
  const words = [...minutes.text.matchAll(/\S+/g)];
  const wanted = wordsAndPairs(passage.split(/\s+/));
  const length = passage.trim().split(/\s+/).length;
  const found = wordsAndPairs(words.map(([word]) => word));
  const often = new Map<string, number>();
  for (const term of found.flat()) often.set(term, (often.get(term) ?? 0) + 1);
  const terms = new Set(wanted.flat());
  let best = { start: -1, score: 0.5 };
  for (let start = 0; start < words.length; start++) {
    const shared = new Set(
      found
        .slice(start, start + length)
        .flat()
        .filter((term) => terms.has(term)),
    );
    const begins = found[start]?.[0] === wanted[0]?.[0] ? 0.2 : 0;
    const score = [...shared].reduce((sum, term) => sum + 1 / (often.get(term) ?? 1), begins);
    if (score > best.score) best = { start, score };
  }
  const first = words[best.start];
  const last = words[Math.min(words.length - 1, best.start + length - 1)];
  if (!first || !last) return undefined;
  return {
    text: minutes.text.slice(first.index, last.index + last[0].length),
    line: minutes.lines[first.index] ?? 1,
  };
}

/** For each word itself and, from the second on, the pair that ends with it, without capitals and punctuation. */
function wordsAndPairs(words: string[]): string[][] {
  const bare = words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return bare.map((word, index) => (index === 0 ? [word] : [word, `${bare[index - 1]} ${word}`]));
}
