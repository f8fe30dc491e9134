import type { Content } from './content.ts';

/** Whose minutes these are; null over other people's files, which do not say. */
export function groupOf({ own }: Pick<Content, 'own'>): string | null {
  return own ? 'WASI Subgroup' : null;
}

/** Behind a word such as minutes: ` of the WASI Subgroup`, or nothing. */
export function ofGroup(content: Pick<Content, 'own'>): string {
  const group = groupOf(content);
  return group ? ` of the ${group}` : '';
}
