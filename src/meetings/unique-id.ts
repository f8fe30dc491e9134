/** An anchor made of a title's letters and digits, with a number when it is taken; the answer is added to `taken`. */
export function uniqueId(title: string, taken: Set<string>): string {
  const slug =
    title
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 60)
      .replace(/-+$/u, '') || 'topic';
  const base = /^turn-\d+$/u.test(slug) ? `topic-${slug}` : slug;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
