import { isRelative } from '../resolve-link.ts';
import type { Finding, Rule } from './rule.ts';

/** A link to a file beside the notes that is not there. */
export const deadRelativeLink: Rule = {
  name: 'dead-relative-link',
  severity: 'error',
  find({ notes, exists }) {
    if (exists === null) return [];
    return notes.links.flatMap(({ url, line }): Finding[] => {
      if (!isRelative(url)) return [];
      const path = decoded(url.replace(/[?#].*$/u, ''));
      if (!path || exists(path)) return [];
      return [
        {
          line,
          words: url,
          message: `expected a file at "${path}", found none`,
          hint: 'Correct the path, or add the file; paths are relative to the note.',
        },
      ];
    });
  },
};

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
