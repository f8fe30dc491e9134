import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: a page has its one title already, so that of a text on it is a heading below. */
export function lowerHeadings() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'h1') node.tagName = 'h2';
    });
  };
}
