/** Longer words are nobody's slip of the finger, and comparing them would take long. */
const LONGEST = 200;

/** How many names are compared: among more, the one that was meant is seldom worth the time. */
const MOST = 2_000;

/**
 * The name among `names` that was probably meant by `name`: the one in which the fewest letters have to change, come,
 * go or trade places, whatever the capitals; undefined when none is close.
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(name.length / 3)) + 1;
  let left = MOST;
  if (name.length > LONGEST) return undefined;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= least || candidate === name) continue;
    if (left-- === 0) break;
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** The sentence that points at the name that was probably meant, when there is one. */
export function didYouMean(name: string, known: Iterable<string>, mark = '`'): string | undefined {
  const meant = nearest(name, known);
  return meant && `did you mean ${mark}${meant}${mark}?`;
}

/** Whether a name is another but for one letter that changed, came, went or traded places with its neighbour. */
export function isSlip(name: string, meant: string): boolean {
  return Math.abs(name.length - meant.length) < 2 && distance(name.toLowerCase(), meant.toLowerCase()) < 2;
}

/** How many letters must change, come, go or trade places to make one name the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      }
      row.push(steps);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
