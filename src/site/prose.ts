import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { emptyHeaders } from '../meetings/index.ts';
import type { Content } from './content.ts';
import { mayLink } from './pages.ts';
import { type PictureName, pictureName } from './pictures.ts';
import { Html } from './render/html.ts';
import { codeTitles, titlesIn } from './trees/code-titles.ts';
import { colourCode } from './trees/colour-code.ts';
import { ownLinks } from './trees/own-links.ts';
import { tabStops } from './trees/tab-stops.ts';

const reader = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * A page of prose, in the order in which it stands: HTML, and between it the names of pictures, which are drawn when the
 * page is made because what they show may change while the prose does not. Prose is the project's own: it is changed,
 * not sanitised.
 * @param source the page as it was written
 * @param base the base path without a slash at its end
 */
export function proseParts(
  html: string,
  source: string,
  site: Content,
  base: string,
): (Html | PictureName)[] {
  const tree = reader.parse(html);
  codeTitles(titlesIn(source))(tree);
  colourCode()(tree);
  tabStops()(tree);
  emptyHeaders()(tree);
  ownLinks(base, mayLink(site))(tree);
  const parts: (Html | PictureName)[] = [];
  let before: Root['children'] = [];
  const flush = () => {
    if (before.length > 0) parts.push(new Html(toHtml({ type: 'root', children: before })));
    before = [];
  };
  for (const node of tree.children) {
    const name = node.type === 'element' ? pictureIn(node) : undefined;
    if (name === undefined) before.push(node);
    else {
      flush();
      parts.push(name);
    }
  }
  flush();
  return parts;
}

function pictureIn({ tagName, properties }: Element): PictureName | undefined {
  return tagName === 'figure' && typeof properties.dataPicture === 'string'
    ? pictureName(properties.dataPicture)
    : undefined;
}
