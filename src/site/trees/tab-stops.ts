import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: code and tables scroll where they are wider than the page, and the keyboard has to reach them. */
export function tabStops() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'pre' || node.tagName === 'table') node.properties.tabIndex = 0;
    });
  };
}
