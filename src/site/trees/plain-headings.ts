import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: headings are only strong words, where a text stands among headings that are not its own. */
export function plainHeadings() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (!/^h[1-6]$/.test(node.tagName)) return;
      node.tagName = 'p';
      node.properties = { className: ['heading'] };
    });
  };
}
