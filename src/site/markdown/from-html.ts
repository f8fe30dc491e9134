import type { Element } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** What leads elsewhere or is there to be operated. */
const NO_TEXT = new Set(
  'nav footer script style template button input select label form dialog output svg'.split(' '),
);
const NO_CLASS = ['permalink', 'number'];

const html = unified().use(rehypeParse);
const markdown = unified()
  .use(rehypeRemark)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', fences: true });

/** What a page says, its `<main>`, as Markdown; undefined for a page without one. */
export function fromHtml(page: string): string | undefined {
  let main: Element | undefined;
  visit(html.parse(page), 'element', (node, index, parent) => {
    if (node.tagName === 'main') main ??= node;
    if (!parent || index === undefined || !isLeftOut(node, parent)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  if (!main) return undefined;
  visit(main, 'element', (node) => {
    if (node.tagName === 'pre') {
      asOneText(node);
      return SKIP;
    }
    if (hasClass(node, 'speaker')) visit(node, 'element', inStrong);
    if (node.tagName === 'td') visit(node, 'element', inOneLine);
    setApart(node);
    return undefined;
  });
  return markdown.stringify(markdown.runSync({ type: 'root', children: main.children }));
}

function isLeftOut(node: Element, parent: { tagName?: string } & object): boolean {
  // Hidden words of a picture are what it shows; elsewhere they repeat what stands beside them.
  const isRepeated = hasClass(node, 'sr-only') && !('tagName' in parent && parent.tagName === 'li');
  return (
    NO_TEXT.has(node.tagName) ||
    node.properties.hidden === true ||
    isRepeated ||
    NO_CLASS.some((name) => hasClass(node, name))
  );
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Code without its colours, and with its language, as a fence has it. */
function asOneText(pre: Element): void {
  const code = pre.children.find((child): child is Element => child.type === 'element') ?? pre;
  const named = Array.isArray(code.properties.className) ? code.properties.className.map(String) : [];
  const language = hasClass(pre, 'wit') ? 'language-wit' : named.find((name) => name.startsWith('language-'));
  pre.children = [
    {
      type: 'element',
      tagName: 'code',
      properties: { className: language ? [language] : [] },
      children: [{ type: 'text', value: textOf(code) }],
    },
  ];
}

function inStrong(node: Element): void {
  if (hasClass(node, 'name')) node.tagName = 'strong';
}

const INLINE = new Set('a abbr b code em i small span strong time'.split(' '));

/** A cell of a Markdown table is one line. */
function inOneLine(node: Element): void {
  if (node.tagName !== 'td' && !INLINE.has(node.tagName)) node.tagName = 'span';
}

/** Puts spaces between words that only their style sets apart. */
function setApart({ children }: Element): void {
  for (let at = children.length - 1; at > 0; at--) {
    const [before, after] = [children[at - 1], children[at]];
    if (before?.type !== 'element' || after?.type !== 'element') continue;
    if (INLINE.has(before.tagName)) children.splice(at, 0, { type: 'text', value: ' ' });
  }
}
