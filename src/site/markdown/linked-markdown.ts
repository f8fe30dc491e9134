import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { href } from '../links.ts';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Markdown in which links from the root carry the base path, and those to pages that this site does not have are only
 * their words. All else stays as it was written.
 */
export function linkedMarkdown(markdown: string, has: (path: string) => boolean): string {
  const edits: Edit[] = [];
  visit(unified().use(remarkParse).parse(markdown), 'link', ({ url, position, children }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    const [from, to] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
    if (!/^\/(?!\/)/.test(url) || start === undefined || end === undefined) return;
    const words = markdown.slice(from ?? start, to ?? start);
    const text = has(url.replace(/[#?].*/, '')) ? `[${words}](${href(url)})` : words;
    edits.push({ start, end, text });
  });
  return edits.reduceRight(
    (whole, { start, end, text }) => whole.slice(0, start) + text + whole.slice(end),
    markdown,
  );
}
