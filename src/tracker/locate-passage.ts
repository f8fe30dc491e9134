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

/** The stretch of the minutes that shares most word pairs with the passage, as long as it is. */
export function nearestPassage(
  minutes: Searchable,
  passage: string,
): { text: string; line: number } | undefined {
  const words = [...minutes.text.matchAll(/\S+/g)];
  const wanted = wordsOf(passage);
  const pairs = new Set(wanted.map((word, index) => `${wanted[index - 1] ?? ''} ${word}`));
  const single = new Set(wanted);
  const scores = words.map((match, index) => {
    const word = bare(match[0]);
    const pair = `${bare(words[index - 1]?.[0] ?? '')} ${word}`;
    return (pairs.has(pair) ? 2 : 0) + (single.has(word) && word.length > 3 ? 1 : 0);
  });
  let sum = 0;
  let best = { start: -1, score: 1 };
  scores.forEach((score, index) => {
    sum += score - (scores[index - wanted.length] ?? 0);
    if (sum > best.score) best = { start: Math.max(0, index - wanted.length + 1), score: sum };
  });
  const first = words[best.start];
  const last = words[Math.min(words.length - 1, best.start + wanted.length - 1)];
  if (!first || !last) return undefined;
  return {
    text: minutes.text.slice(first.index, last.index + last[0].length),
    line: minutes.lines[first.index] ?? 1,
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).map(bare).filter(Boolean);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
