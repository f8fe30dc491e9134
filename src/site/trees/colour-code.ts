import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { coloured } from '../code/coloured.ts';

/** A rehype plugin: code in a fence that names its language is coloured, and can be scrolled by keyboard. */
export function colourCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'pre') return undefined;
      node.properties.tabIndex = 0;
      const [code] = node.children.filter((child): child is Element => child.type === 'element');
      const [text, ...others] = code?.children ?? [];
      const language = code && languageOf(code);
      if (code && language && text?.type === 'text' && others.length === 0)
        code.children = coloured(text.value, language);
      return SKIP;
    });
  };
}

/** The language of code, as Markdown names it: `language-wit`. */
function languageOf({ properties: { className } }: Element): string | undefined {
  const names = Array.isArray(className) ? className.map(String) : [];
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}
