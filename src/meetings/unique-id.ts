/** Anchors given so far, each with the number that the next one of its title gets. */
export type TakenIds = Map<string, number>;

/** An anchor made of a title's letters and digits, with a number when it is taken; the answer is noted in `taken`. */
export function uniqueId(title: string, taken: TakenIds): string {
  const slug =
    title
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 60)
      .replace(/-+$/u, '') || 'topic';
  const base = /^(?:turn|decision)-\d+$/u.test(slug) ? `topic-${slug}` : slug;
  let number = taken.get(base) ?? 1;
  let id = number === 1 ? base : `${base}-${number}`;
  while (taken.has(id)) id = `${base}-${++number}`;
  taken.set(base, number + 1);
  if (id !== base) taken.set(id, 2);
  return id;
}
