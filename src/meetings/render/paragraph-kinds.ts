import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: stage directions, pasted chat and lines that act as headings can be told apart by their class. */
export function paragraphKinds() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'p') return;
      const words = node.children.map((child) => ('value' in child ? child.value : '\u0000')).join('');
      const kind = kindOf(words.trim());
      if (kind) node.properties.className = [kind];
    });
  };
}

/** What a paragraph of plain words is, besides something said. */
export function kindOf(text: string): 'stage' | 'chat' | 'topic-line' | null {
  if (/^(?:\[[^\]]*\]|\([^)]*\)|<[^>]*>)$/su.test(text)) return 'stage';
  if (/^from\s.{2,50}\sto\s(?:everyone|all)\b/iu.test(text)) return 'chat';
  const heads = /^\p{Lu}[^.?!\n]{2,60}:$/u.test(text) && text.split(/\s+/u).length <= 8;
  return heads || /^topic\s*:/iu.test(text) ? 'topic-line' : null;
}
