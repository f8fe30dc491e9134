import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: pictures are their descriptions, because a page fetches nothing from elsewhere. */
export function imagesAsWords() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'img' || !parent || index === undefined) return;
      const { alt } = node.properties;
      parent.children[index] = { type: 'text', value: typeof alt === 'string' ? alt : '' };
    });
  };
}
