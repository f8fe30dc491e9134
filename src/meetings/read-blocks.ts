import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';
import { chunks } from './chunks.ts';
import { shallow } from './shallow.ts';

/** What Markdown makes of a note, with lines counted from 1 in the whole file. */
export interface Blocks {
  headings: Heading[];
  /** Lines inside fenced or indented code, by number. */
  code: Set<number>;
  /** Those of them that are code only because they are indented. */
  indented: Set<number>;
  links: Linked[];
}

export interface Heading {
  title: string;
  level: number;
  line: number;
  endLine: number;
}

export interface Linked {
  text: string;
  url: string;
  line: number;
}

interface MarkdownNode extends Node {
  depth?: number;
  url?: string;
  alt?: string | null;
  identifier?: string;
}

const processor = unified().use(remarkParse);

/** Reads headings, code and links. Long notes are parsed piece by piece: the parser's time grows faster than its input. */
export function readBlocks(lines: readonly string[]): Blocks {
  const blocks: Blocks = { headings: [], code: new Set(), indented: new Set(), links: [] };
  const targets = new Map<string, string>();
  const references: { text: string; identifier: string; line: number }[] = [];
  for (const chunk of chunks(withoutPlainParagraphs(lines))) {
    const first = (line: number) => lines[line - 1] ?? '';
    const visit = (node: MarkdownNode): void => {
      const line = (node.position?.start.line ?? 1) + chunk.offset;
      const endLine = (node.position?.end.line ?? 1) + chunk.offset;
      if (node.type === 'heading')
        blocks.headings.push({
          title: titleOf(textOf(node), first(line)),
          level: node.depth ?? 1,
          line,
          endLine,
        });
      else if (node.type === 'code') {
        const fenced = /`{3}|~{3}/u.test(first(line));
        for (let n = line; n <= endLine; n++) {
          blocks.code.add(n);
          if (!fenced) blocks.indented.add(n);
        }
      } else if (node.type === 'link' && node.url)
        blocks.links.push({ text: oneLine(textOf(node)), url: node.url, line });
      else if (node.type === 'linkReference')
        references.push({ text: oneLine(textOf(node)), identifier: node.identifier ?? '', line });
      else if (node.type === 'definition') targets.set(node.identifier ?? '', node.url ?? '');
      if ('children' in node) for (const child of (node as Parent).children) visit(child);
    };
    visit(processor.parse(chunk.text));
  }
  for (const { text, identifier, line } of references) {
    const url = targets.get(identifier);
    if (url) blocks.links.push({ text, url, line });
  }
  return blocks;
}

/** Whether a line could be anything to Markdown but words. */
const MARKUP = /[*_`[\]<&~\\]|^\s|^[-+>#=|]|^\d+[.)]/u;

/** What Markdown pairs with one another, in time that grows faster than their number. */
const INLINE_MARKS = /[[\]*_`<]/gu;
/** A paragraph with more of them, and so near to one another, was not typed by anybody taking notes: it is read as words. */
const MOST_MARKS = 1500;
const MARKS_APART = 6;

/** Most of a note is plain paragraphs, in which there is nothing to find: they are left blank, and lines keep their numbers. */
function withoutPlainParagraphs(lines: readonly string[]): string[] {
  const out = lines.map(shallow);
  let start = 0;
  let plain = true;
  let marks = 0;
  let length = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && line.trim() !== '') {
      plain &&= !MARKUP.test(line);
      length += line.length;
      marks += line.match(INLINE_MARKS)?.length ?? 0;
      continue;
    }
    if (plain || (marks > MOST_MARKS && marks > length / MARKS_APART)) out.fill('', start, i);
    start = i + 1;
    plain = true;
    marks = 0;
    length = 0;
  }
  return out;
}

/** A title's words; a name such as `__proto__` keeps its underscores, which Markdown takes for emphasis. */
function titleOf(text: string, raw: string): string {
  const names = new Map(
    [...raw.slice(0, 300).matchAll(/(?<!\w)__([a-z]\w*?)__(?!\w)/gu)].map(([whole, name = '']) => [
      name,
      whole,
    ]),
  );
  const title = oneLine(text);
  return names.size === 0 ? title : title.replace(/\w+/gu, (word) => names.get(word) ?? word);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
