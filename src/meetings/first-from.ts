/** The index of the first thing on or after a line, in things sorted by line; their number when there is none. */
export function firstFrom(things: readonly { line: number }[], line: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
