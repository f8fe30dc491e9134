import type { Notes } from '../notes.ts';

/** The title in the front matter, or the first heading; the file's name when there is none. */
export function title(notes: Notes): string {
  const { data } = notes.frontMatter;
  if (data.title) return data.title.trim();
  return notes.headings[0]?.title || (notes.file.path.split(/[\\/]/u).at(-1) ?? '').replace(/\.md$/u, '');
}
