/** The word that differs from the wanted one by the fewest edits, when these are few for its length. */
export function nearest(wanted: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.floor(wanted.length / 3) + 2;
  for (const word of words) {
    const edits = distance(wanted.toLowerCase(), word.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      best = word;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
