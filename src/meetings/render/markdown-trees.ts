import type { ElementContent, Root } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import type { LinkBase } from '../resolve-link.ts';
import { shallow } from '../shallow.ts';
import { element } from './element.ts';
import { emptyHeaders } from './empty-headers.ts';
import { lineBreaks } from './line-breaks.ts';
import { noteLinks } from './note-links.ts';
import { kindOf, paragraphKinds } from './paragraph-kinds.ts';
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

const markdown = unified().use(remarkParse).use(remarkGfm).use(withoutHtml).use(remarkRehype).freeze();

/** Anything that Markdown might read as more than a paragraph of plain words; most paragraphs have none of it. */
const HAS_MARKUP = /[*_`[\]<&~\\@\n]|https?:|www\.|^\s|^[-+>#=|]|^\d+[.)]/iu;

/** Stands between texts that are read together; never in notes, where it is replaced. */
const BETWEEN = '\ue000';
const TOGETHER = 8_000;

/**
 * Markdown of notes as trees, one list of elements for each text: no element comes from the notes, links are resolved
 * or dead, line breaks are kept. Many short texts are read at once, because starting a Markdown parser costs more than
 * they do.
 */
export function markdownTrees(texts: readonly string[], base: LinkBase): ElementContent[][] {
  const out = texts.map((): ElementContent[][] => []);
  let waiting: { at: number; markdown: string }[] = [];
  let size = 0;
  const flush = () => {
    const whole = waiting.map((one) => one.markdown).join(`\n\n${BETWEEN}\n\n`);
    const parts = waiting.length > 0 ? split(treeOf(whole, base)) : [];
    for (const [i, { at }] of waiting.entries()) out[at]?.push(parts[i] ?? []);
    waiting = [];
    size = 0;
  };
  texts.forEach((text, at) => {
    for (const { markdown, plain, alone } of paragraphs(text.replaceAll(BETWEEN, '\ufffd'))) {
      if (plain) {
        if (waiting.some((other) => other.at === at)) flush();
        const kind = kindOf(markdown);
        out[at]?.push([element('p', kind ? { className: [kind] } : {}, markdown)]);
      } else if (alone) {
        flush();
        for (const piece of pieces(markdown))
          out[at]?.push(piece.plain ? [element('p', {}, piece.text)] : treeOf(piece.text, base));
      } else {
        waiting.push({ at, markdown });
        size += markdown.length;
        if (size > TOGETHER) flush();
      }
    }
  });
  flush();
  return out.map((parts) => parts.flatMap((part, at) => (at > 0 ? [NEW_LINE, ...part] : part)));
}

const NEW_LINE: ElementContent = { type: 'text', value: '\n' };

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

/** What stands in a text that has to be one line; a text that became anything else is shown as it is written. */
export function inlineOf(tree: readonly ElementContent[], text: string): ElementContent[] {
  const [only, ...others] = tree.filter((node) => node.type === 'element');
  return only?.tagName === 'p' && others.length === 0 ? only.children : [{ type: 'text', value: text }];
}

function treeOf(text: string, base: LinkBase): ElementContent[] {
  const tree = markdown.runSync(markdown.parse(text)) as Root;
  noteLinks(base)(tree);
  paragraphKinds()(tree);
  emptyHeaders()(tree);
  lineBreaks()(tree);
  return tree.children as ElementContent[];
}

/** The elements between the marks that were put between texts. */
function split(nodes: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'p' && isMark(node.children)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts.map((part) => {
    const blank = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';
    const from = part.findIndex((node) => !blank(node));
    return from === -1 ? [] : part.slice(from, part.findLastIndex((node) => !blank(node)) + 1);
  });
}

function isMark([only, ...others]: readonly ElementContent[]): boolean {
  return only?.type === 'text' && only.value === BETWEEN && others.length === 0;
}
