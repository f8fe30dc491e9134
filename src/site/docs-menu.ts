import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A link of the menu. */
export interface MenuItem {
  label: string;
  link: string;
}

/**
 * The prose pages of a folder below `content/docs`, by `sidebar.order` and then by title. Starlight makes such lists
 * itself only for pages below its own content folder.
 */
export function docsMenu(docs: string, folder: string): MenuItem[] {
  return filesOf(join(docs, folder))
    .map((name) => {
      const text = readFileSync(join(docs, folder, name), 'utf8');
      const matter = /^---\n(.*?)\n---/s.exec(text)?.[1] ?? '';
      const slug = name.replace(/\.mdx?$/, '');
      return {
        label: /^ {2}label:\s*(.+)$/m.exec(matter)?.[1] ?? /^title:\s*(.+)$/m.exec(matter)?.[1] ?? slug,
        order: Number(/^ {2}order:\s*(\d+)$/m.exec(matter)?.[1] ?? 99),
        link: slug === 'index' ? `/${folder}/` : `/${folder}/${slug}/`,
      };
    })
    .sort((a, b) => a.order - b.order || (a.label < b.label ? -1 : 1))
    .map(({ label, link }) => ({ label: label.replace(/^(['"])(.*)\1$/, '$2'), link }));
}

function filesOf(path: string): string[] {
  try {
    return readdirSync(path).filter((name) => /^[^_].*\.mdx?$/.test(name));
  } catch {
    return [];
  }
}
