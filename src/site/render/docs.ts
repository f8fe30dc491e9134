import type { Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { boundedMarkdown, safeHtml } from '../../meetings/index.ts';
import { colourCode } from '../trees/colour-code.ts';
import { imagesAsWords } from '../trees/images-as-words.ts';
import { type FindName, linkNames, namesIn } from '../trees/link-names.ts';
import { plainHeadings } from '../trees/plain-headings.ts';
import { Html } from './html.ts';

/** Documentation as a tree; HTML in it is not passed on. */
const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();

/** A text that was read: releases repeat one another's documentation, and most names lead to the same places. */
interface Read {
  tree: Root;
  names: string[];
  /** By where the names lead. */
  made: Map<string, Html>;
}

const texts = new Map<string, Read>();

/**
 * Documentation of WIT as safe HTML that fits in where an item stands: headings are only strong words, pictures only
 * their descriptions, links lead to the web or to what they name, as names in code do.
 */
export function docsHtml(text: string, find: FindName): Html {
  const read = known(text);
  const places = new Map(read.names.map((name) => [name, find(name)]));
  const key = [...places.values()].join('\n');
  const before = read.made.get(key);
  if (before) return before;
  const tree = structuredClone(read.tree);
  linkNames((name) => places.get(name))(tree);
  const made = new Html(safeHtml(tree));
  read.made.set(key, made);
  return made;
}

/** Documentation in one line: its first paragraph, without the paragraph. */
export function docsLine(text: string, find: FindName): Html {
  const tree = treeOf(text.trim().split(/\n\s*\n/)[0] ?? '');
  plainHeadings()(tree);
  imagesAsWords()(tree);
  linkNames(find)(tree);
  const first = tree.children.find((node) => node.type === 'element');
  const line: Root = first?.tagName === 'p' ? { type: 'root', children: first.children } : tree;
  return new Html(safeHtml(line).trim());
}

/** A text of the project's own as safe HTML. */
export function markdownHtml(text: string): Html {
  const tree = treeOf(text);
  colourCode()(tree);
  return new Html(safeHtml(tree));
}

/** The first paragraph of documentation as plain text. */
export function plainParagraph(docs: string | undefined): string {
  const first = docs && known(docs).tree.children.find((node) => node.type === 'element');
  return first ? textOf(first).replace(/\s+/g, ' ').trim() : '';
}

function known(text: string): Read {
  const read = texts.get(text) ?? readDocs(text);
  texts.set(text, read);
  return read;
}

function readDocs(text: string): Read {
  const tree = treeOf(text);
  plainHeadings()(tree);
  imagesAsWords()(tree);
  colourCode()(tree);
  return { tree, names: namesIn(tree), made: new Map() };
}

/** What is too deep or too dense for a Markdown parser stays as it is written. */
function treeOf(text: string): Root {
  const children = boundedMarkdown(text).flatMap((piece): Root['children'] =>
    piece.plain
      ? [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: piece.text }] }]
      : (markdown.runSync(markdown.parse(piece.text)) as Root).children,
  );
  return { type: 'root', children };
}
