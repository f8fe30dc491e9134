import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: an empty corner of a table heads no column. */
export function emptyHeaders() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'th' && node.children.length === 0) node.tagName = 'td';
    });
  };
}
