/** Words that say how something is got at, not what it is: they come and go with conventions. */
const MANNERS = new Set(['get', 'start', 'finish', 'is', 'do', 'new']);

/** The words of a name that say what it is about; all of them where none does. */
export function wordsOf(name: string): string[] {
  const words = name.toLowerCase().split('-');
  const telling = words.filter((word) => !MANNERS.has(word));
  return telling.length > 0 ? telling : words;
}

/** How much two lists have in common, from 0 to 1; each word counts as often as it stands there. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared++;
  }
  return shared / (a.length + b.length - shared);
}

/** How much two names have in common; one whose words are all in the other is close to it. */
export function nameLikeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
  const isWithin = shorter.every((word) => longer.includes(word));
  return isWithin ? 0.5 + likeness(x, y) / 2 : likeness(x, y);
}
