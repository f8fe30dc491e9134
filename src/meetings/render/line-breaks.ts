import type { ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element } from './element.ts';

/** Lines shorter than this were broken by their author, longer ones by the width of an editor. */
const SHORT_LINE = 60;

/** A rehype plugin: the line breaks of whoever took the notes stay, and `<br>` is one where it is text. */
export function lineBreaks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'pre' || node.tagName === 'code') return SKIP;
      node.children = node.children.flatMap((child) => (child.type === 'text' ? broken(child) : [child]));
      return undefined;
    });
  };
}

function broken(text: Text): ElementContent[] {
  const parts = text.value.split(/(\n|<br\s*\/?>)/iu);
  if (parts.length === 1 || text.value.trim() === '') return [text];
  return parts.flatMap((part, at): ElementContent[] => {
    if (part === '\n' && (parts[at - 1] ?? '').length >= SHORT_LINE) return [{ type: 'text', value: '\n' }];
    if (at % 2 === 1) return [element('br')];
    return part ? [{ type: 'text', value: part }] : [];
  });
}
