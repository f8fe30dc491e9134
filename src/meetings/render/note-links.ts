import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { type LinkBase, resolveLink } from '../resolve-link.ts';
import { element } from './element.ts';

/**
 * A rehype plugin: links of notes lead where they led in the original, or are dead. Images become links, because notes
 * must not make a reader's browser fetch from anywhere.
 */
export function noteLinks(base: LinkBase) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'a') lead(node, base);
      if (node.tagName !== 'img' || !parent || index === undefined) return undefined;
      const { src, alt } = node.properties;
      const target = typeof src === 'string' ? src : '';
      const link = element('a', { href: target, className: ['image'] }, String(alt || target || 'image'));
      lead(link, base);
      parent.children[index] = link;
      return [SKIP, index + 1];
    });
  };
}

function lead(link: Element, base: LinkBase): void {
  const target = link.properties.href;
  const href =
    typeof target === 'string' ? resolveLink(target.replace(/%(?:0|1)[0-9a-f]/giu, ''), base) : null;
  if (href === null) {
    link.tagName = 'span';
    link.properties = { className: ['dead-link'], ...(typeof target === 'string' && { title: target }) };
  } else {
    link.properties.href = href;
    if (/^https?:/u.test(href)) link.properties.rel = ['external', 'nofollow'];
  }
}
