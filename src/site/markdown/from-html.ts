import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

type Element = Extract<ReturnType<typeof html.parse>['children'][number], { type: 'element' }>;

/** What leads elsewhere or is there to be operated. */
const NO_TEXT = new Set(
  'nav footer script style template button input select label form dialog output svg'.split(' '),
);
const NO_CLASS = ['permalink', 'sr-only'];

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
    if (!parent || index === undefined || !isLeftOut(node)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  if (!main) return undefined;
  visit(main, 'element', (node) => {
    if (node.tagName === 'pre') return SKIP;
    if (node.tagName === 'td') visit(node, 'element', inOneLine);
    setApart(node);
    return undefined;
  });
  return markdown.stringify(markdown.runSync({ type: 'root', children: main.children }));
}

function isLeftOut({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return (
    NO_TEXT.has(tagName) || properties.hidden === true || NO_CLASS.some((name) => classes.includes(name))
  );
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
