import type { Content } from './content.ts';

/** Whose minutes these are; null when nothing says. */
export function groupOf({ group }: Pick<Content, 'group'>): string | null {
  return group;
}

/** Behind a word such as minutes: ` of the WASI Subgroup`, or nothing. */
export function ofGroup(content: Pick<Content, 'group'>): string {
  const group = groupOf(content);
  return group ? ` of the ${group}` : '';
}
