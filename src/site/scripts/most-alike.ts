/**
 * The things whose text is most like what was asked for, the likeliest first: by the pairs of letters they share.
 * Nothing that shares less than a third of them is returned.
 */
export function mostAlike<T>(
  asked: string,
  things: readonly T[],
  text: (thing: T) => string,
  most: number,
): T[] {
  const wanted = pairs(asked);
  return things
    .map((thing) => ({ thing, likeness: likeness(wanted, pairs(text(thing))) }))
    .filter(({ likeness }) => likeness > 1 / 3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ thing }) => thing);
}

/** Dice's coefficient: twice what is shared, over what there is. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}

function pairs(text: string): Set<string> {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}
