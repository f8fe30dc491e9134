import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type LinkBase, resolveLink } from '../resolve-link.ts';
import { shallow } from '../shallow.ts';
import { escapeHtml } from './escape-html.ts';
import { pieces } from './pieces.ts';

/**
 * Markdown in which `<...>` is text: notes are full of `list<u8>` and `<demo>`, which would vanish as HTML.
 * Footnotes are off too, because their words leave the place where they were written.
 */
function withoutHtml(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['htmlFlow', 'htmlText', 'gfmFootnoteCall', 'gfmFootnoteDefinition'] },
  });
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(withoutHtml)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .freeze();

/** Anything that Markdown might read as more than a paragraph of plain words; most paragraphs have none of it. */
const HAS_MARKUP = /[*_`[\]<&~\\@\n]|https?:|www\.|^\s|^[-+>#=|]|^\d+[.)]/iu;

/** Lines shorter than this were broken by their author, longer ones by the width of an editor. */
const SHORT_LINE = 60;

/** Stands between texts that are rendered together; never in notes, where it is replaced. */
const BETWEEN = '\ue000';
const TOGETHER = 8_000;

/**
 * Markdown of notes as safe HTML, one for each text: no element comes from the notes, links are resolved or dead, line
 * breaks are kept. Many short texts are rendered at once, because starting a Markdown parser costs more than they do.
 */
export function renderMarkdown(texts: readonly string[], base: LinkBase): string[] {
  const out = texts.map((): string[] => []);
  let waiting: { at: number; markdown: string }[] = [];
  let size = 0;
  const flush = () => {
    const whole = waiting.map(({ markdown }) => markdown).join(`\n\n${BETWEEN}\n\n`);
    const parts = waiting.length > 0 ? renderPiece(whole, base).split(`<p>${BETWEEN}</p>`) : [];
    for (const [i, { at }] of waiting.entries()) out[at]?.push(parts[i]?.trim() ?? '');
    waiting = [];
    size = 0;
  };
  texts.forEach((text, at) => {
    for (const { markdown, plain, alone } of paragraphs(text.replaceAll(BETWEEN, '\ufffd'))) {
      if (plain) {
        if (waiting.some((other) => other.at === at)) flush();
        out[at]?.push(`<p${classOf(markdown)}>${escapeHtml(markdown)}</p>`);
      } else if (alone) {
        flush();
        out[at]?.push(
          ...pieces(markdown).map((piece) =>
            piece.plain ? `<p>${escapeHtml(piece.text)}</p>` : renderPiece(piece.text, base),
          ),
        );
      } else {
        waiting.push({ at, markdown });
        size += markdown.length;
        if (size > TOGETHER) flush();
      }
    }
  });
  flush();
  return out.map((parts) => parts.join('\n'));
}

/** Parts of a text: paragraphs of plain words, and what Markdown has to read, alone when it is long or has code. */
function paragraphs(text: string): { markdown: string; plain: boolean; alone: boolean }[] {
  const markdown = text.split('\n').map(shallow).join('\n');
  if (/^\s*(?:[>*+-]\s*)*(?:```|~~~)/mu.test(markdown)) return [{ markdown, plain: false, alone: true }];
  const out: { markdown: string; plain: boolean; alone: boolean }[] = [];
  for (const paragraph of markdown.split(/\n[^\S\n]*\n/u)) {
    if (paragraph.trim() === '') continue;
    const plain = !HAS_MARKUP.test(paragraph.trimEnd());
    const last = out.at(-1);
    if (plain || !last || last.plain)
      out.push({ markdown: plain ? paragraph.trim() : paragraph, plain, alone: false });
    else last.markdown += `\n\n${paragraph}`;
  }
  return out.map((one) => ({ ...one, alone: !one.plain && one.markdown.length > TOGETHER / 2 }));
}

/** The inside of HTML that is one paragraph; text that became anything else is shown as it is written. */
export function inlineOf(html: string, markdown: string): string {
  const [, inside] = /^<p(?: class="[^"]*")?>(.*)<\/p>$/su.exec(html) ?? [];
  return inside !== undefined && !inside.includes('<p') ? inside : escapeHtml(markdown);
}

function renderPiece(markdown: string, base: LinkBase): string {
  const tree = processor.runSync(processor.parse(markdown)) as Root;
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'a') linkOf(element, base);
    else if (element.tagName === 'img') imageOf(element, base, index, parent);
    else if (element.tagName === 'p') describeParagraph(element);
    // A corner of a table heads nothing.
    else if (element.tagName === 'th' && element.children.length === 0) element.tagName = 'td';
    if (element.tagName !== 'pre' && element.tagName !== 'code')
      element.children = element.children.flatMap((child) =>
        child.type === 'text' ? withBreaks(child) : [child],
      );
  });
  return toHtml(tree);
}

function linkOf(element: Element, base: LinkBase): void {
  const target = element.properties.href;
  const href =
    typeof target === 'string' ? resolveLink(target.replace(/%(?:0|1)[0-9a-f]/giu, ''), base) : null;
  if (href === null) {
    element.tagName = 'span';
    element.properties = {
      className: ['dead-link'],
      ...(typeof target === 'string' ? { title: target } : {}),
    };
  } else {
    element.properties.href = href;
    if (/^https?:/u.test(href)) element.properties.rel = ['external', 'nofollow'];
  }
}

/** Images become links: notes must not make a reader's browser fetch from anywhere. */
function imageOf(
  element: Element,
  base: LinkBase,
  index: number | undefined,
  parent: Parents | undefined,
): void {
  const { src, alt } = element.properties;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: typeof src === 'string' ? src : '', className: ['image'] },
    children: [{ type: 'text', value: typeof alt === 'string' && alt ? alt : String(src ?? 'image') }],
  };
  linkOf(link, base);
  if (parent && index !== undefined) parent.children[index] = link;
}

function describeParagraph(element: Element): void {
  const kind = kindOf(
    element.children
      .map((child) => ('value' in child ? child.value : '\u0000'))
      .join('')
      .trim(),
  );
  if (kind) element.properties.className = [kind];
}

function classOf(text: string): string {
  const kind = kindOf(text);
  return kind ? ` class="${kind}"` : '';
}

/** Stage directions, pasted chat and lines that act as headings can be told apart. */
function kindOf(text: string): 'stage' | 'chat' | 'topic-line' | null {
  if (/^(?:\[[^\]]*\]|\([^)]*\)|<[^>]*>)$/su.test(text)) return 'stage';
  if (/^from\s.{2,50}\sto\s(?:everyone|all)\b/iu.test(text)) return 'chat';
  const heads = /^\p{Lu}[^.?!\n]{2,60}:$/u.test(text) && text.split(/\s+/u).length <= 8;
  return heads || /^topic\s*:/iu.test(text) ? 'topic-line' : null;
}

function withBreaks(text: Text): ElementContent[] {
  const parts = text.value.split(/(\n|<br\s*\/?>)/iu);
  if (parts.length === 1 || text.value.trim() === '') return [text];
  return parts.flatMap((part, i): ElementContent[] => {
    const br: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
    if (part === '\n')
      return (parts[i - 1] ?? '').length < SHORT_LINE ? [br] : [{ type: 'text', value: '\n' }];
    if (i % 2 === 1) return [br];
    return part ? [{ type: 'text', value: part }] : [];
  });
}
