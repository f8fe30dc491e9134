import type { Link } from '../meeting.ts';
import type { Notes } from '../notes.ts';
import { isRelative, resolveLink } from '../resolve-link.ts';

const BARE = /\bhttps?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?*_]/gu;

/**
 * Every link that can be followed, in order: Markdown's and bare addresses, with schemeless and relative targets
 * resolved. A relative target stays as written when nothing tells where the note comes from.
 */
export function links(notes: Notes): Link[] {
  const { source } = notes.frontMatter.data;
  const base = { path: notes.file.path, source };
  const marked = notes.links.flatMap(({ text, url, line }) => {
    const target = resolveLink(url, base) ?? (isRelative(url) ? url : null);
    return target === null ? [] : [{ text, url: target, line }];
  });
  const known = new Set(marked.flatMap(({ url, line }) => [`${line} ${url}`, url]));
  const bare = notes.lines.flatMap((line) =>
    line.kind === 'text' || line.kind === 'heading'
      ? [...line.raw.matchAll(BARE)]
          .map(([url]) => ({ text: url, url, line: line.number }))
          .filter(
            ({ url }) =>
              !known.has(`${line.number} ${url}`) &&
              !(isDefinition(line.raw) && known.has(url)) &&
              !line.raw.includes(`](${url}`),
          )
      : [],
  );
  return [...marked, ...bare].sort((a, b) => a.line - b.line);
}

function isDefinition(raw: string): boolean {
  return /^ {0,3}\[[^\]]+\]:/u.test(raw);
}
