import type { Link } from '../meeting.ts';
import type { Notes } from '../notes.ts';

const BARE = /\bhttps?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?*_]/gu;

/** Every link, in order: Markdown's and bare addresses. Targets are as written. */
export function links(notes: Notes): Link[] {
  const marked = notes.links.map(({ text, url, line }) => ({ text, url, line }));
  const known = new Set(marked.flatMap(({ url, line }) => [`${line} ${url}`, url]));
  const bare = notes.lines.flatMap((line) =>
    line.kind === 'text' || line.kind === 'heading'
      ? [...line.raw.matchAll(BARE)]
          .map(([url]) => ({ text: url, url, line: line.number }))
          .filter(({ url }) => !known.has(`${line.number} ${url}`) && !line.raw.includes(`](${url}`))
      : [],
  );
  return [...marked, ...bare].sort((a, b) => a.line - b.line);
}
