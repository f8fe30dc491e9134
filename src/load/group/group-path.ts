/** A PATH of `witness.yml`: relative to the file, `NAME:PATH` inside a source, or `NAME@TAGS:PATH` in its tags. */
export interface GroupPath {
  /** As it was written. */
  written: string;
  source?: string;
  /** A pattern of names of tags. */
  tags?: string;
  /** Without slashes around it; empty for the top. It may hold patterns: `proposals/*\/wit`. */
  path: string;
}

/** Names of sources have at least two characters, so that none is the letter of a drive. */
export const SOURCE_NAME = /^[A-Za-z][\w.-]+$/;

const IN_SOURCE = /^([A-Za-z][\w.-]+)(?:@([^:]*))?:(.*)$/s;

/** Takes a path apart; nothing is looked up. */
export function groupPath(written: string): GroupPath {
  const [, source, tags, inside] = IN_SOURCE.exec(written) ?? [];
  const path =
    source === undefined ? written : (inside ?? '').replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
  return { written, ...(source && { source }), ...(tags !== undefined && { tags }), path };
}

/** What is wrong with a path before anything is looked up; in words that follow "expected". */
export function pathFault({ source, tags, path, written }: GroupPath): string | undefined {
  if (written.trim() === '' || written.includes('\0')) return 'a path';
  if (tags === '') return 'a pattern of tags between "@" and ":"';
  const isAbsolute = /^(?:\/|\\|[A-Za-z]:)/.test(path);
  if (source === undefined) return isAbsolute ? 'a path relative to this file, or NAME:PATH' : undefined;
  return path.split(/[\\/]/).includes('..') || isAbsolute ? 'a path inside its source' : undefined;
}

/** Whether a name, or the beginning of a path, is as a pattern says: `*` and `?` stay within a name, `**` does not. */
export function globMatcher(pattern: string, isPrefix: boolean): (text: string) => boolean {
  if (pattern === '') return () => true;
  const source = pattern
    .split('/')
    .map((part) =>
      part === '**'
        ? '.*'
        : part
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replaceAll('?', '[^/]'),
    )
    .join('/')
    .replaceAll('.*/', '(?:.*/)?');
  const regexp = new RegExp(`^${source}${isPrefix ? '(?=/|$)' : '$'}`);
  return (text) => regexp.test(text);
}

/** Whether a path holds a pattern. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}
